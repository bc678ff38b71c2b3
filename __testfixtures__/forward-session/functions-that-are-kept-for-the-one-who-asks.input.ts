// @file app/api/order/route.ts
import { AsyncLocalStorage } from 'node:async_hooks';
import PQueue from 'p-queue';
import { retry } from '@/lib/retry';
import { signal } from '@/lib/signal-server';

const queue = new PQueue();
const timers = new Map<string, NodeJS.Timeout>();
const controllers = new Map<string, AbortController>();
const storage = new AsyncLocalStorage<{ onDone?: () => void }>();
const pending = new Set<Promise<void>>();
const cache = new Map<string, unknown>();
const seen: string[][] = [];

export async function POST(request: Request) {
  const { userId, lines } = await request.json();
  const options: { onDone?: (total: number) => void } = {};
  options.onDone = (total) => signal.capture({ distinctId: userId, event: 'done', properties: { total } });
  let log: ((text: string) => void) | undefined;
  log ??= (text) => signal.capture({ distinctId: userId, event: text });
  storage.getStore()!.onDone = () => signal.capture({ distinctId: userId, event: 'stored' });
  await queue.add(() => signal.capture({ distinctId: userId, event: 'queued' }));
  timers.set(
    userId,
    setTimeout(() => signal.capture({ distinctId: userId, event: 'abandoned' }), 60_000),
  );
  pending.add(save(lines).then(() => signal.capture({ distinctId: userId, event: 'saved' })));
  seen.push(lines.map((line: string) => {
    signal.capture({ distinctId: userId, event: 'line' });
    return line;
  }));
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId, chat } = await request.json();
  const controller = new AbortController();
  controllers.set(chat, controller);
  controller.signal.addEventListener('abort', () => {
    signal.capture({ distinctId: userId, event: 'stopped' });
  });
  const known = cache.get(chat);
  if (known) return Response.json(known);
  const answer = await retry(() => {
    signal.capture({ distinctId: userId, event: 'asked' });
    return ask(chat);
  });
  cache.set(chat, answer);
  return Response.json(answer);
}
