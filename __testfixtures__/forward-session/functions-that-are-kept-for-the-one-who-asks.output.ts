import { AsyncLocalStorage } from 'node:async_hooks';
import PQueue from 'p-queue';
import { retry } from '@/lib/retry';
import { signal, getSessionInfo } from '@/lib/signal-server';

const queue = new PQueue();
const timers = new Map<string, NodeJS.Timeout>();
const controllers = new Map<string, AbortController>();
const storage = new AsyncLocalStorage<{ onDone?: () => void }>();
const pending = new Set<Promise<void>>();
const cache = new Map<string, unknown>();
const seen: string[][] = [];

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, lines } = await request.json();
  const options: { onDone?: (total: number) => void } = {};
  options.onDone = (total) =>
    signal.capture({
      distinctId: distinctId || userId,
      event: 'done',
      properties: { total },
      sessionId,
      windowId,
    });
  let log: ((text: string) => void) | undefined;
  log ??= (text) =>
    signal.capture({ distinctId: distinctId || userId, event: text, sessionId, windowId });
  storage.getStore()!.onDone = () =>
    signal.capture({ distinctId: distinctId || userId, event: 'stored', sessionId, windowId });
  await queue.add(() =>
    signal.capture({ distinctId: distinctId || userId, event: 'queued', sessionId, windowId }),
  );
  timers.set(
    userId,
    setTimeout(
      () =>
        signal.capture({
          distinctId: distinctId || userId,
          event: 'abandoned',
          sessionId,
          windowId,
        }),
      60_000,
    ),
  );
  pending.add(
    save(lines).then(() =>
      signal.capture({ distinctId: distinctId || userId, event: 'saved', sessionId, windowId }),
    ),
  );
  seen.push(lines.map((line: string) => {
    signal.capture({ distinctId: distinctId || userId, event: 'line', sessionId, windowId });
    return line;
  }));
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, chat } = await request.json();
  const controller = new AbortController();
  controllers.set(chat, controller);
  controller.signal.addEventListener('abort', () => {
    signal.capture({ distinctId: distinctId || userId, event: 'stopped', sessionId, windowId });
  });
  const known = cache.get(chat);
  if (known) return Response.json(known);
  const answer = await retry(() => {
    signal.capture({ distinctId: distinctId || userId, event: 'asked', sessionId, windowId });
    return ask(chat);
  });
  cache.set(chat, answer);
  return Response.json(answer);
}
