'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function fromTheBrowser(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'from the browser',
    sessionId,
    windowId,
  });
}

export async function fromAScript(userId: string) {
  signal.capture({ distinctId: userId, event: 'from a script' });
}

export async function fromACache(userId: string) {
  signal.capture({ distinctId: userId, event: 'from a cache' });
  return { id: 1 };
}

export async function fromAStaticPage(userId: string) {
  signal.capture({ distinctId: userId, event: 'from a static page' });
}

export async function fromADynamicPage(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'from a dynamic page',
    sessionId,
    windowId,
  });
}

export async function fromAnAction(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'from an action',
    sessionId,
    windowId,
  });
}

export async function afterAPage(userId: string) {
  signal.capture({ distinctId: userId, event: 'after a page' });
}

export async function belowADynamicLayout(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'below a dynamic layout',
    sessionId,
    windowId,
  });
}
