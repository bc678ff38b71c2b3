import { find, search } from '@/lib/search';
import { order } from '@/lib/use-case';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  await order(userId, session);
  await find.execute(userId, session);
  return Response.json(await search.execute(userId, session));
}
