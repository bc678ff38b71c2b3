// @file app/api/orders/route.ts
import { NextResponse } from 'next/server';

import { db } from '@/lib/db';
import { analytics } from '@/lib/telemetry';

import { validate } from './validate';
import { price } from '../price';

export async function POST(request: Request) {
  const order = validate(await request.json());
  analytics.capture({ distinctId: order.userId, event: 'ordered', properties: { price: price(order) } });
  return NextResponse.json(await db.save(order));
}
