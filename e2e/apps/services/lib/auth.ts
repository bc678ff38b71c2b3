import { type NextRequest, NextResponse } from 'next/server'

export interface User {
  id: string
}

export function userOf(cookie: string | null | undefined): User | null {
  const id = /user=([a-z]+)/.exec(cookie ?? '')?.[1]
  return id ? { id } : null
}

type Context<Params> = { params: Promise<Params> }
type Handler<Params> = (req: NextRequest, context: Context<Params> & { user: User }) => Promise<Response>

export function withUser<Params>(handler: Handler<Params>) {
  return async (req: NextRequest, context: Context<Params>): Promise<Response> => {
    const user = userOf(req.headers.get('cookie'))
    if (!user) return NextResponse.json({ error: 'sign in first' }, { status: 401 })
    return handler(req, { ...context, user })
  }
}
