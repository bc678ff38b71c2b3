'use server';

import { headers } from 'next/headers';
import { recordAll, recordInTurn, Recorder } from '../lib/events';
import { SignalSink, getSessionInfo } from '../lib/events/signal-sink';

export async function placeOrder(userId: string) {
  const session = getSessionInfo(await headers());
  await recordAll(userId, 'ordered', session);
}

export async function cancelOrder(userId: string) {
  const session = getSessionInfo(await headers());
  await recordInTurn(userId, 'cancelled', session);
}

export async function returnOrder(userId: string) {
  const session = getSessionInfo(await headers());
  await new Recorder([new SignalSink()]).recordOnce(
    userId,
    'returned',
    session,
  );
}
