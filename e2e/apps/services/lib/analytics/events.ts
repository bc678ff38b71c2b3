import { signal } from './client'

export type EventName = 'booking_made' | 'booking_cancelled' | 'waitlist_joined' | 'course_viewed' | 'reminders_sent'

/** The one place from which events leave the server. */
export async function capture(
  userId: string,
  event: EventName,
  properties: Record<string, unknown> = {},
): Promise<void> {
  try {
    signal.capture({ distinctId: userId, event, properties: { ...properties, source: 'server' } })
  } catch (error) {
    console.error('analytics failed', error)
  }
}
