import Link from 'next/link'
import { courses } from '@/lib/store'

export default function Home() {
  return courses.map((slug) => (
    <Link key={slug} href={`/courses/${slug}`}>
      {slug}
    </Link>
  ))
}
