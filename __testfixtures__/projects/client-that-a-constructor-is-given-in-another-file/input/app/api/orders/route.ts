import { audits, events } from '@/lib/make';

export async function POST(request: Request) {
  const { userId } = await request.json();
  events.send(userId, 'order_placed');
  audits.record(userId);
  return Response.json({});
}
