import { ServerSignal } from '../../../lib/server-signal';

export async function POST(request: Request) {
  const { userId } = (await request.json()) as { userId: string };
  const signal = new ServerSignal();
  signal.capture({ distinctId: userId, event: 'ordered' });
  await signal.flush();
  return Response.json({});
}
