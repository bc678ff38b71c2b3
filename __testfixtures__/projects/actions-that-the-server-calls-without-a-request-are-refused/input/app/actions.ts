'use server';

import { signal } from '@/lib/signal-server';

export async function fromTheBrowser(userId: string) {
  signal.capture({ distinctId: userId, event: 'from the browser' });
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
  signal.capture({ distinctId: userId, event: 'from a dynamic page' });
}

export async function fromAnAction(userId: string) {
  signal.capture({ distinctId: userId, event: 'from an action' });
}

export async function afterAPage(userId: string) {
  signal.capture({ distinctId: userId, event: 'after a page' });
}

export async function belowADynamicLayout(userId: string) {
  signal.capture({ distinctId: userId, event: 'below a dynamic layout' });
}
