import { sendReminders } from '@/lib/services/reminders'

export async function GET(request: Request) {
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`)
    return new Response('no', { status: 401 })
  await sendReminders()
  return Response.json({ ok: true })
}
