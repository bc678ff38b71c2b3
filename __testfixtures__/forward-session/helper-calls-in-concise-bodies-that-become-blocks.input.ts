import { signal } from '@/lib/signal-server';

async function track(userId: string, event: string, other?: object) {
  await signal.capture({ distinctId: userId, event, properties: other });
}

export const GET = (request: Request) => track(request.url, `order placed`);

export const POST = (request: Request) => track(request.url, 'order is placed');

export const PUT = async (request: Request) =>
  await track(request.url, `an order of ${request.url} that is placed`);

export const PATCH = wrap((request: Request) => track(request.url, 'ordered'));

export const DELETE = wrap((request: Request) =>
  track(request.url, 'an order that is taken back', { of: request.url }),
);

export const HEAD = (request: Request) => report(`head`, track('a', 'headed'));

export const OPTIONS = (request: Request) => signal.capture({ event: `asked` });

export const middleware = wrap({ a: 1 }, (request: Request) =>
  Promise.all([track(request.url, 'an order'), a()]),
);
