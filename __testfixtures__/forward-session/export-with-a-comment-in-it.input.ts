// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function withTracking(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    const response = await handler(request);
    signal.capture({ distinctId: 'u1', event: 'api_called' });
    return response;
  };
}

export /* the only method */ const POST = withTracking(async () => Response.json({}));
