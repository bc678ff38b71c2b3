import { currentUser } from '@/lib/access';
import { signal } from '@/lib/signal-server';

export async function GET() {
  const user = await currentUser();
  signal.capture({ distinctId: user.id, event: 'me_read' });
  return Response.json(user);
}
