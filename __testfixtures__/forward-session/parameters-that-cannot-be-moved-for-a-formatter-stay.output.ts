import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function captureRun({
  userId,
  name = `of
  two lines`,
  ...rest
}: RunCompletedOptions, session?: SessionInfo) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: name,
    properties: rest,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

async function captureText({
  userId,
  name = 'of \
  two lines',
  ...rest
}: RunCompletedOptions, session?: SessionInfo) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: name,
    properties: rest,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

async function captureLater({
  userId,
  report = (name: string) =>
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: name,
      properties: { name, at: 'the end' },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    }),
  ...rest
}: RunCompletedOptions, session?: SessionInfo) {
  await report('first');
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'first',
    properties: rest,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

async function captureCommented(/* by name */ {
  userId,
  ...rest
}: RunCompletedOptions, session?: SessionInfo) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'first',
    properties: rest,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

async function captureTwo(name: string, {
  userId,
  ...rest
}: RunCompletedOptions, session?: SessionInfo) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: name,
    properties: rest,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, runId } = await request.json();
  await captureRun({ userId, runId }, session);
  await captureText({ userId, runId }, session);
  await captureLater({ userId, runId }, session);
  await captureCommented({ userId, runId }, session);
  await captureTwo(runId, { userId, runId }, session);
  return new Response();
}
