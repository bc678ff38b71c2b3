import { signal, getSessionInfo } from './signal-server';

export function crud(name: string) {
  async function POST(request: Request) {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: `${name}_created`,
      sessionId,
      windowId,
    });
    return new Response();
  }
  const PUT = async (request: Request) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || request.url,
      event: `${name}_replaced`,
      sessionId,
      windowId,
    });
    return new Response();
  };
  return { POST, PUT };
}

export const items = {
  async DELETE(request: Request) {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'items_deleted',
      sessionId,
      windowId,
    });
    return new Response();
  },
};
