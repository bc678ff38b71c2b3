// @file app/api/order/route.ts
import { signal } from '@/lib/signal-server';

function track(id: string) {
  signal.capture({ distinctId: id, event: 'ordered' });
}

export async function POST(request: Request) {
  track(
    (request.url as string)
  );
  track(
    (request.url as string) // why
  );
  track(
    (request.url as string) /*/ , */
  );
  track(
    (request.url as string), /* , */
  );
  track((request.url as string));
}
