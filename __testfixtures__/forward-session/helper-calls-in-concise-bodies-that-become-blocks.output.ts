import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function track(
  userId: string,
  event: string,
  other?: object,
  session?: SessionInfo,
) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties: other,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export const GET = (request: Request) => {
  const session = getSessionInfo(request);
  return track(request.url, `order placed`, undefined, session);
};

export const POST = (request: Request) => {
  const session = getSessionInfo(request);
  return track(request.url, 'order is placed', undefined, session);
};

export const PUT = async (request: Request) => {
  const session = getSessionInfo(request);
  return await track(
    request.url,
    `an order of ${request.url} that is placed`,
    undefined,
    session,
  );
};

export const PATCH = wrap((request: Request) => {
  const session = getSessionInfo(request);
  return track(request.url, 'ordered', undefined, session);
});

export const DELETE = wrap((request: Request) => {
  const session = getSessionInfo(request);
  return track(
    request.url,
    'an order that is taken back',
    { of: request.url },
    session,
  );
});

export const HEAD = (request: Request) => {
  const session = getSessionInfo(request);
  return report(`head`, track('a', 'headed', undefined, session));
};

export const OPTIONS = (request: Request) => {
  const { sessionId, windowId } = getSessionInfo(request);
  return signal.capture({
    event: `asked`,
    sessionId,
    windowId,
  });
};

export const middleware = wrap({ a: 1 }, (request: Request) => {
  const session = getSessionInfo(request);
  return Promise.all([track(request.url, 'an order', undefined, session), a()]);
});
