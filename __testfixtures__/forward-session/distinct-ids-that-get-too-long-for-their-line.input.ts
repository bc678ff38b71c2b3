// @file app/api/referral/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const properties = await request.json();
  signal.capture({
    distinctId: (properties.visitor_id as string) || 'anonymous',
    event: 'referred',
  });
  signal.capture({
    distinctId: (properties.visitor_id as string) || properties.email_of_the_account || 'anonymous',
    event: 'referred',
  });
  signal.capture({
    distinctId: properties.the_id_of_the_account_that_was_opened_last,
    event: 'referred',
  });
  return Response.json({});
}
