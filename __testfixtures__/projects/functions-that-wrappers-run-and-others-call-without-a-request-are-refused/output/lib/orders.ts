import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

interface Input {
  userId: string;
}

export async function createOrder(input: Input) {
  signal.capture({ distinctId: input.userId, event: 'ordered' });
  return { ok: true };
}

export async function cancelOrder(input: Input) {
  signal.capture({ distinctId: input.userId, event: 'cancelled' });
  return { ok: true };
}

export async function renewOrder(input: Input) {
  signal.capture({ distinctId: input.userId, event: 'renewed' });
  return { ok: true };
}

export async function packOrder(input: Input) {
  signal.capture({ distinctId: input.userId, event: 'packed' });
  return { ok: true };
}

export async function archiveOrder(input: Input) {
  signal.capture({ distinctId: input.userId, event: 'archived' });
  return { ok: true };
}

export async function checkOrder(input: Input) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || input.userId,
    event: 'checked',
    sessionId,
    windowId,
  });
  return { ok: true };
}

export async function shipOrder(input: Input) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || input.userId,
    event: 'shipped',
    sessionId,
    windowId,
  });
  return { ok: true };
}

export async function editOrder(input: Input) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || input.userId,
    event: 'edited',
    sessionId,
    windowId,
  });
  return { ok: true };
}

export async function seeOrder(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || request.url,
    event: 'seen',
    sessionId,
    windowId,
  });
  return { ok: true };
}
