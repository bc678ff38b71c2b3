import { signal } from './signal-server';

type Handler = (request: Request) => Promise<Response>;

export function withEvent(event: string, handler: Handler): Handler {
  return async (request) => {
    signal.capture({ distinctId: 'visitor', event });
    return handler(request);
  };
}
