'use server';

import { recordAll, recordInTurn, Recorder } from '../lib/events';
import { SignalSink } from '../lib/events/signal-sink';

export async function placeOrder(userId: string) {
  await recordAll(userId, 'ordered');
}

export async function cancelOrder(userId: string) {
  await recordInTurn(userId, 'cancelled');
}

export async function returnOrder(userId: string) {
  await new Recorder([new SignalSink()]).recordOnce(userId, 'returned');
}
