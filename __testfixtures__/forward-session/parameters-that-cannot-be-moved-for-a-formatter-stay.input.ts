import { signal } from '@/lib/signal-server';

async function captureRun({
  userId,
  name = `of
  two lines`,
  ...rest
}: RunCompletedOptions) {
  await signal.capture({ distinctId: userId, event: name, properties: rest });
}

async function captureText({
  userId,
  name = 'of \
  two lines',
  ...rest
}: RunCompletedOptions) {
  await signal.capture({ distinctId: userId, event: name, properties: rest });
}

async function captureLater({
  userId,
  report = (name: string) =>
    signal.capture({ distinctId: userId, event: name, properties: { name, at: 'the end' } }),
  ...rest
}: RunCompletedOptions) {
  await report('first');
  await signal.capture({ distinctId: userId, event: 'first', properties: rest });
}

async function captureCommented(/* by name */ {
  userId,
  ...rest
}: RunCompletedOptions) {
  await signal.capture({ distinctId: userId, event: 'first', properties: rest });
}

async function captureTwo(name: string, {
  userId,
  ...rest
}: RunCompletedOptions) {
  await signal.capture({ distinctId: userId, event: name, properties: rest });
}

export async function POST(request: Request) {
  const { userId, runId } = await request.json();
  await captureRun({ userId, runId });
  await captureText({ userId, runId });
  await captureLater({ userId, runId });
  await captureCommented({ userId, runId });
  await captureTwo(runId, { userId, runId });
  return new Response();
}
