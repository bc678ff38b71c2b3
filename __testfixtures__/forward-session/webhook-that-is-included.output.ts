import { verify } from '@/lib/github';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const payload = await verify(await req.text(), req.headers.get('x-hub-signature-256'));
  signal.capture({
    distinctId: distinctId || payload.sender.id,
    event: 'pushed',
    sessionId,
    windowId,
  });
  return new Response(null, { status: 204 });
}
