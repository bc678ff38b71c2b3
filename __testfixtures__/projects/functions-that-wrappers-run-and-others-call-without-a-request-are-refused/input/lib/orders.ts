import { signal } from '@/lib/signal-server';

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
  signal.capture({ distinctId: input.userId, event: 'checked' });
  return { ok: true };
}

export async function shipOrder(input: Input) {
  signal.capture({ distinctId: input.userId, event: 'shipped' });
  return { ok: true };
}

export async function editOrder(input: Input) {
  signal.capture({ distinctId: input.userId, event: 'edited' });
  return { ok: true };
}

export async function seeOrder(request: Request) {
  signal.capture({ distinctId: request.url, event: 'seen' });
  return { ok: true };
}
