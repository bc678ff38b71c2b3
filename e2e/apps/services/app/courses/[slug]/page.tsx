import { capture } from '@/lib/analytics'
import { courses } from '@/lib/store'

export const generateStaticParams = () => courses.map((slug) => ({ slug }))

export default async function Course({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  await capture('reader', 'course_viewed', { slug })
  return <h1>{slug}</h1>
}
