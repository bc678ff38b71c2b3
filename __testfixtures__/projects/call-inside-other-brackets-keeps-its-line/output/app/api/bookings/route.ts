import { NextResponse } from 'next/server';
import { cancelBooking } from '@/lib/bookings';
import { getSessionInfo } from '@/lib/signal-server';

export async function DELETE(request: Request) {
  const session = getSessionInfo(request);
  const { id } = await request.json();
  return NextResponse.json({ cancelled: await cancelBooking(id, 'by the guest', session) });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { id } = await request.json();
  const all = await Promise.all([
    cancelBooking(id, 'by the guest', session),
    cancelBooking(id, 'again', session),
  ]);
  if (all.length > 1) { await cancelBooking(id, 'for the third and the last time', session); }
  await cancelBooking(id, 'because the person who booked has paid too late', session);
  return NextResponse.json(all);
}
