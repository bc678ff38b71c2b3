import type { NextApiRequest, NextApiResponse } from 'next'
import { getUser, type User } from '@/lib/auth'
import { listNotes, saveNote } from '@/lib/notes'
import { getSignal } from '@/lib/signal'

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const user = await getUser(req)
  if (!user) return res.status(401).end()

  switch (req.method) {
    case 'GET':
      return res.json(listNotes())
    case 'POST': {
      const note = saveNote({ title: req.body.title, body: req.body.body, shared: false })
      track(user, 'note_created', { id: note.id, length: note.body.length })
      return res.status(201).json(note)
    }
    default:
      return res.setHeader('Allow', 'GET, POST').status(405).end()
  }
}

function track(user: User, event: string, properties: Record<string, unknown>) {
  const signal = getSignal()
  signal?.capture({ distinctId: user.id, event, properties })
  signal?.group(user.id, 'team', user.team)
}
