import { signal } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'order_placed' });
  signal.identify({ distinctId: userId });
  return Response.json({});
}
