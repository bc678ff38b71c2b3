import { NextResponse } from 'next/server';

import { db } from '@/lib/db';
import { analytics } from '@/lib/telemetry';
import { getSessionInfo } from '@/lib/signal-server';

import { validate } from './validate';
import { price } from '../price';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const order = validate(await request.json());
  analytics.capture({
    distinctId: distinctId || order.userId,
    event: 'ordered',
    properties: { price: price(order) },
    sessionId,
    windowId,
  });
  return NextResponse.json(await db.save(order));
}
