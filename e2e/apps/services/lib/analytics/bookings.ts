import type { Booking } from '../store'
import { capture } from './events'

export const trackBooking = (booking: Booking) =>
  capture(booking.userId, 'booking_made', { course: booking.course, seats: booking.seats })

export function trackWaitlist(email: string, course: string) {
  return capture(email, 'waitlist_joined', { course })
}
