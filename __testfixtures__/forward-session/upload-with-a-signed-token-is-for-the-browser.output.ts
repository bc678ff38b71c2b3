import { createHmac, timingSafeEqual } from 'node:crypto';
import { getSessionInfo, signal } from '@/lib/signal-server';

function isSigned(token: string, given: string) {
  const expected = createHmac('sha256', process.env.UPLOAD_KEY!).update(token).digest('hex');
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { searchParams } = new URL(request.url);
  const user = searchParams.get('user')!;
  if (!isSigned(user, searchParams.get('token')!)) return new Response(null, { status: 403 });
  const bytes = await request.arrayBuffer();
  signal.capture({
    distinctId: distinctId || user,
    event: 'uploaded',
    properties: { size: bytes.byteLength },
    sessionId,
    windowId,
  });
  return Response.json({});
}
