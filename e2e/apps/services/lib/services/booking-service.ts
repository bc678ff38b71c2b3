import { capture, trackBooking } from '@/lib/analytics'
import { type Booking, bookings } from '@/lib/store'

class BookingService {
  private static instance: BookingService | undefined

  static getInstance(): BookingService {
    BookingService.instance ??= new BookingService()
    return BookingService.instance
  }

  async book(userId: string, course: string, seats = 1): Promise<Booking> {
    const booking = { id: `b${bookings.size + 1}`, userId, course, seats }
    bookings.set(booking.id, booking)
    await trackBooking(booking)
    return booking
  }

  async cancel(id: string): Promise<boolean> {
    const booking = bookings.get(id)
    if (!booking) return false
    bookings.delete(id)
    await capture(booking.userId, 'booking_cancelled', { course: booking.course })
    return true
  }
}

export const bookingService = BookingService.getInstance()
