import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const properties = await request.json();
  signal.capture({
    distinctId: distinctId || (properties.visitor_id as string) || 'anonymous',
    event: 'referred',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId:
      distinctId ||
      (properties.visitor_id as string) ||
      properties.email_of_the_account ||
      'anonymous',
    event: 'referred',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || properties.the_id_of_the_account_that_was_opened_last,
    event: 'referred',
    sessionId,
    windowId,
  });
  return Response.json({});
}
