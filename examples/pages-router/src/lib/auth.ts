import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import type { IncomingMessage } from 'node:http'

export type User = { id: string; email: string; team: string }

type RequestWithCookies = IncomingMessage & { cookies: Partial<Record<string, string>> }

export async function getUser(req: RequestWithCookies): Promise<User | null> {
  const id = req.cookies.notes_user
  return id ? { id, email: `${id}@example.com`, team: 'acme' } : null
}

type HandlerWithUser = (req: NextApiRequest, res: NextApiResponse, user: User) => unknown

export function withUser(handler: HandlerWithUser): NextApiHandler {
  return async (req, res) => {
    const user = await getUser(req)
    if (!user) return res.status(401).json({ error: 'Please sign in' })
    return handler(req, res, user)
  }
}
