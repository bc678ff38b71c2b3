import { visit } from '@/lib/tree';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { tree, userId } = await request.json();
  visit(tree, userId, session);
  return Response.json({ ok: true });
}
