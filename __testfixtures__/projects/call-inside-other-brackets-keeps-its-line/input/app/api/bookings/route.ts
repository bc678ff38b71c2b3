import { NextResponse } from 'next/server';
import { cancelBooking } from '@/lib/bookings';

export async function DELETE(request: Request) {
  const { id } = await request.json();
  return NextResponse.json({ cancelled: await cancelBooking(id, 'by the guest') });
}

export async function POST(request: Request) {
  const { id } = await request.json();
  const all = await Promise.all([cancelBooking(id, 'by the guest'), cancelBooking(id, 'again')]);
  if (all.length > 1) { await cancelBooking(id, 'for the third and the last time'); }
  await cancelBooking(id, 'because the person who booked has paid too late');
  return NextResponse.json(all);
}
