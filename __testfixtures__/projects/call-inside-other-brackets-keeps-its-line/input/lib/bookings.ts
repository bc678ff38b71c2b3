import { createSignalServer } from '@signal-js/nextjs/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY! });

export async function cancelBooking(bookingId: string, reason: string) {
  signal.capture({ distinctId: bookingId, event: 'booking_cancelled', properties: { reason } });
  return true;
}
