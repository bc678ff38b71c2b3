import { find, search } from '@/lib/search';
import { order } from '@/lib/use-case';

export async function POST(request: Request) {
  const { userId } = await request.json();
  await order(userId);
  await find.execute(userId);
  return Response.json(await search.execute(userId));
}
