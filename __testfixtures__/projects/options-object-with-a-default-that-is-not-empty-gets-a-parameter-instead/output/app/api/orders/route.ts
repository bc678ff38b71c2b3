import { click, page, screen } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const body = await request.json();
  page(undefined, session);
  page({ path: '/orders' }, session);
  page(body.page, session);
  screen(undefined, session);
  screen({ title: 'Orders' }, session);
  click({ session });
  return Response.json({});
}
