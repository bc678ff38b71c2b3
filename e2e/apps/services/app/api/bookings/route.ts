import { NextResponse } from 'next/server'
import { withUser } from '@/lib/auth'
import { bookingService } from '@/lib/services/booking-service'

export const POST = withUser(async (req, { user }) => {
  const { course, seats } = (await req.json()) as { course: string; seats?: number }
  const booking = await bookingService.book(user.id, course, seats)
  return NextResponse.json(booking, { status: 201 })
})
