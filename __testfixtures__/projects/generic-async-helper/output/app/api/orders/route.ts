import { tracked } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const count = await tracked<number>(
    'order_created',
    userId,
    async () => 1,
    session,
  );
  return Response.json({ count });
}
