import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function captureRun(
  {
    userId,
    runId,
    ...rest
  }: {
    userId: string;
    runId: string;

    /** The first of them. */
    parentId?: string;
  },
  session?: SessionInfo,
) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: runId,
    properties: rest,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

async function captureOptions(
  options: {
    userId: string;

    runId: string;
  },
  session?: SessionInfo,
) {
  await signal.capture({
    distinctId: session?.distinctId || options.userId,
    event: 'run',
    properties: options,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

const captureNamedRun = async (
  {
    userId,
    runId,
    // Only of the first run.
    organizationId = 'none',
  }: RunCompletedOptions = {},
  session?: SessionInfo,
) => {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: runId,
    properties: { organizationId },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

const captureCompletedRun = async (
  { userId, runId, organizationId }: RunCompletedOptions = {},
  session?: SessionInfo,
): Promise<void> => {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: runId,
    properties: { organizationId },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

async function captureEverything(
  {
    userId,
    runId,
    organizationId,
    organizationName,
    ...rest
  }: RunCompletedOptions,
  session?: SessionInfo,
) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: runId,
    properties: { organizationId, organizationName, rest },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

class Tracker implements Tracking {
  async capturePair(
    [userId, nameOfTheEvent, propertiesOfTheEvent]: EventOfUser,
    session?: SessionInfo,
  ) {
    await signal.capture({
      distinctId: session?.distinctId || userId,
      event: nameOfTheEvent,
      properties: propertiesOfTheEvent,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

interface Tracking {
  capturePair(
    options: {
      userId: string;
      nameOfTheEvent: string;
      propertiesOfIt: object;
    },
    session?: SessionInfo,
  ): void;
}

const tracker = new Tracker();

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, runId } = await request.json();
  await captureRun({ userId, runId }, session);
  await captureOptions({ userId, runId }, session);
  await captureNamedRun({ userId, runId }, session);
  await captureCompletedRun({ userId, runId }, session);
  await captureEverything({ userId, runId }, session);
  await tracker.capturePair([userId, runId, {}], session);
  return new Response();
}
