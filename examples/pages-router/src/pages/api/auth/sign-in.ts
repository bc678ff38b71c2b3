import type { NextApiRequest, NextApiResponse } from 'next'
import { getSignal } from '@/lib/signal'

const signIn = (req: NextApiRequest, res: NextApiResponse) => {
  const { name, anonymousId } = req.body as { name: string; anonymousId?: string }
  const signal = getSignal()
  if (signal) {
    signal.identify({ distinctId: name, properties: { signedInAt: new Date().toISOString() } })
    if (anonymousId) signal.alias(name, anonymousId)
  }
  res.setHeader('Set-Cookie', `notes_user=${encodeURIComponent(name)}; Path=/; HttpOnly; SameSite=Lax`)
  res.json({ ok: true })
}

export default signIn
