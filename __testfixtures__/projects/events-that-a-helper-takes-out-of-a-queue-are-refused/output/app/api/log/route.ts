import { writeLine } from '@/lib/lines';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  return Response.json({ pen: writeLine(userId, session) });
}
