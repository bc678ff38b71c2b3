import type { NextApiRequest, NextApiResponse } from 'next'
import { getSignal } from '@/lib/signal'

/** From the Signal documentation. */
function getSessionInfo(req: NextApiRequest) {
  return {
    sessionId: req.headers['x-signal-session-id'] as string | undefined,
    windowId: req.headers['x-signal-window-id'] as string | undefined,
    distinctId: req.headers['x-signal-distinct-id'] as string | undefined,
  }
}

export default function feedback(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req)
  getSignal()?.capture({
    distinctId: distinctId || 'visitor',
    event: 'feedback_given',
    properties: { mood: req.body.mood },
    sessionId,
    windowId,
  })
  res.status(202).end()
}
