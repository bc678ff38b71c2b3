import { signal as serverEventsOfTheWholeShop } from '../../../lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  serverEventsOfTheWholeShop.capture({ distinctId: userId, event: 'a' });
  return Response.json({});
}
