import type { GetServerSidePropsContext, InferGetServerSidePropsType } from 'next'
import { getUser } from '@/lib/auth'
import { findNote } from '@/lib/notes'
import { getSignal } from '@/lib/signal'

export async function getServerSideProps(context: GetServerSidePropsContext<{ id: string }>) {
  const note = findNote(context.params?.id ?? '')
  if (!note) return { notFound: true as const }

  const user = await getUser(context.req)
  const signal = getSignal()
  if (signal && user) {
    signal.capture({ distinctId: user.id, event: 'note_opened', properties: { id: note.id } })
    signal.setPersonPropertiesOnce(user.id, { firstNote: note.id })
  }
  return { props: { note } }
}

export default function NotePage({ note }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <article>
      <h1>{note.title}</h1>
      <p>{note.body}</p>
    </article>
  )
}
