import { signal } from '@/lib/signal-server';

async function updateTitle(userId: string, title: string, other?: object) {
  await signal.capture({ distinctId: userId, event: title, properties: other });
}

export async function POST(request: Request) {
  const { user, x } = await request.json();
  setTimeout(() => signal.capture({ event: 'tick', distinctId: user.id }), 1);
  setTimeout(() => signal.capture({ event: 'a', distinctId: 'b' }), 60_000);
  setTimeout(async () => await signal.capture({ event: 'tick' }), 60_000);
  watch((title) => updateTitle(user.id, title), x);
  watch((title) => updateTitle(user.id, title, { of: title }), x);
  watch((title) => updateTitle(user.id, title, { of: title, by: user.id }), x);
  watch(user, (title) => updateTitle(user.id, title, { ofTheTitle: title }), x);
  const result = await watch((title) => updateTitle(user.id, title, x), x);
  return Response.json({
    result: await watch((title) => updateTitle(user.id, title, { x }), x),
  });
}

export async function PUT(request: Request) {
  const { users, x } = await request.json();
  users.forEach((user: string) =>
    watch((title) => updateTitle(user, title), x),
  );
  return Response.json({
    result: users.map((user: string) => updateTitle(user, 'renamed'), users),
  });
}
