import { withUser } from '@/lib/auth'
import { deleteNote } from '@/lib/notes'
import { getSignal } from '@/lib/signal'

export default withUser(async (req, res, user) => {
  if (req.method !== 'DELETE') return res.status(405).end()

  const id = String(req.query.id)
  const deleted = deleteNote(id)
  if (deleted) getSignal()?.capture({ distinctId: user.id, event: 'note_deleted', properties: { id } })
  res.status(deleted ? 204 : 404).end()
})
