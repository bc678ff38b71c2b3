import type { GetServerSideProps } from 'next'
import Link from 'next/link'
import { getUser } from '@/lib/auth'
import { listNotes, type Note } from '@/lib/notes'
import { getSignal } from '@/lib/signal'

type Props = { notes: Note[]; signedIn: boolean }

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, query }) => {
  const user = await getUser(req)
  const notes = listNotes().filter((note) => note.shared || user !== null)

  getSignal()?.capture({
    distinctId: user?.id ?? 'visitor',
    event: 'notes_listed',
    properties: { count: notes.length, from: query.from },
  })

  return { props: { notes, signedIn: user !== null } }
}

export default function Home({ notes, signedIn }: Props) {
  return (
    <>
      <h1>{signedIn ? 'Your notes' : 'Shared notes'}</h1>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <Link href={`/notes/${note.id}`}>{note.title}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
