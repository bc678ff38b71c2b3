import type { GetStaticProps } from 'next'
import { listNotes } from '@/lib/notes'

export const getStaticProps: GetStaticProps<{ count: number }> = async () => {
  return { props: { count: listNotes().length }, revalidate: 3600 }
}

export default function About({ count }: { count: number }) {
  return <p>Marginal keeps {count} notes so that you do not have to.</p>
}
