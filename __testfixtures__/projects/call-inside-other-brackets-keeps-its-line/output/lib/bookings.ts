import { createSignalServer } from '@signal-js/nextjs/server';
import type { SessionInfo } from './signal-server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY! });

export async function cancelBooking(bookingId: string, reason: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || bookingId,
    event: 'booking_cancelled',
    properties: { reason },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return true;
}
