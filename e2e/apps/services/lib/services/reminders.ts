import { capture } from '@/lib/analytics'
import { bookings } from '@/lib/store'

export async function sendReminders() {
  await capture('reminders', 'reminders_sent', { count: bookings.size })
}
