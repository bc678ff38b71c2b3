import { NextResponse } from 'next/server'
import { withUser } from '@/lib/auth'
import { bookingService } from '@/lib/services/booking-service'

export const DELETE = withUser<{ id: string }>(async (_req, { params }) => {
  const { id } = await params
  return NextResponse.json({ cancelled: await bookingService.cancel(id) })
})
