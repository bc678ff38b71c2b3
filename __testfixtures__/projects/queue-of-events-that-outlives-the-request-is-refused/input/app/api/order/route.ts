import * as batcher from '@/lib/batcher';
import { createSender } from '@/lib/sender';
import { track } from '@/lib/track';

const sender = createSender();

export async function POST(request: Request) {
  const { userId } = await request.json();
  await track(userId, 'order_placed');
  batcher.track(userId, 'order_placed');
  sender.add(userId);
  return Response.json({});
}
