import { Hono } from 'hono'
import { handle } from 'hono/vercel'
import { analytics } from '@/lib/analytics'
import { signal } from '@/lib/analytics/client'
import { courses } from '@/lib/store'

const app = new Hono().basePath('/api')

app.get('/courses', (c) => {
  signal.capture({ distinctId: 'visitor-of-the-list', event: 'courses_listed' })
  return c.json(courses)
})

app.post('/teams/:team', async (c) => {
  const { person } = await c.req.json<{ person: string }>()
  analytics.teamJoined({ person: { id: person }, team: c.req.param('team') })
  return c.json({ ok: true })
})

export const GET = handle(app)
export const POST = handle(app)
