// @file app/api/order/route.ts
import { signal } from '@/lib/signal-server';

let notify: ((userId: string, message: string) => void) | undefined;
let bot: { onMessage(message: Message): void } | undefined;
let report: ((userId: string) => void) | undefined;
const hooks: ((userId: string) => void)[] = [];
const config: { onSlow?: (userId: string, ms: number) => void } = {};
const handlers: Record<string, (event: Message) => void> = {};
const state = globalThis as unknown as { notify?: (userId: string) => void; log?: (userId: string) => void };
const byTeam = new Map<string, (userId: string) => void>();

export async function POST(request: Request) {
  const { userId, message } = await request.json();
  notify ??= (id, text) => signal.capture({ distinctId: id, event: 'notified', properties: { text } });
  bot ||= {
    onMessage: ({ userId: id }) => signal.capture({ distinctId: id, event: 'messaged' }),
  };
  handlers.order ??= async (event) => {
    signal.capture({ distinctId: event.userId, event: 'ordered' });
  };
  report = report ?? ((id) => signal.capture({ distinctId: id, event: 'reported' }));
  if (!config.onSlow)
    config.onSlow = (id, ms) =>
      signal.capture({ distinctId: id, event: 'slow', properties: { ms } });
  notify(userId, message);
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId, team } = await request.json();
  if (hooks.length === 0) hooks.push((id) => signal.capture({ distinctId: id, event: 'hooked' }));
  if (!state.notify) {
    const tell = (id: string) => signal.capture({ distinctId: id, event: 'told' });
    state.notify = tell;
  }
  if (!byTeam.has(team)) byTeam.set(team, (id) => signal.capture({ distinctId: id, event: 'teamed' }));
  state.log || (state.log = (id) => signal.capture({ distinctId: id, event: 'logged' }));
  for (const hook of hooks) hook(userId);
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { team } = await request.json();
  let known = byTeam.get(team);
  if (!known) {
    known = (id) => signal.capture({ distinctId: id, event: 'team patched' });
    byTeam.set(team, known);
  }
  handlers[team] ||= (event) => signal.capture({ distinctId: event.userId, event: 'handled' });
  byTeam.set('all', (id) => signal.capture({ distinctId: id, event: 'all patched' }));
  return Response.json({});
}
