import { guard } from '@/lib/guard';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  await guard(request);
  const { sender } = await request.json();
  signal.capture({ distinctId: sender.id, event: 'pushed' });
  return new Response(null, { status: 204 });
}
