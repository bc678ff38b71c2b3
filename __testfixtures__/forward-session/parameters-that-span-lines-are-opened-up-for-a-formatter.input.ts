import { signal } from '@/lib/signal-server';

async function captureRun({
  userId,
  runId,
  ...rest
}: {
  userId: string;
  runId: string;

  /** The first of them. */
  parentId?: string;
}) {
  await signal.capture({ distinctId: userId, event: runId, properties: rest });
}

async function captureOptions(options: {
  userId: string;

  runId: string;
}) {
  await signal.capture({
    distinctId: options.userId,
    event: 'run',
    properties: options,
  });
}

const captureNamedRun = async ({
  userId,
  runId,
  // Only of the first run.
  organizationId = 'none',
}: RunCompletedOptions = {}) => {
  await signal.capture({
    distinctId: userId,
    event: runId,
    properties: { organizationId },
  });
};

const captureCompletedRun = async ({
  userId,
  runId,
  organizationId,
}: RunCompletedOptions = {}): Promise<void> => {
  await signal.capture({
    distinctId: userId,
    event: runId,
    properties: { organizationId },
  });
};

async function captureEverything({
  userId,
  runId,
  organizationId,
  organizationName,
  ...rest
}: RunCompletedOptions) {
  await signal.capture({
    distinctId: userId,
    event: runId,
    properties: { organizationId, organizationName, rest },
  });
}

class Tracker implements Tracking {
  async capturePair([
    userId,
    nameOfTheEvent,
    propertiesOfTheEvent,
  ]: EventOfUser) {
    await signal.capture({
      distinctId: userId,
      event: nameOfTheEvent,
      properties: propertiesOfTheEvent,
    });
  }
}

interface Tracking {
  capturePair(options: {
    userId: string;
    nameOfTheEvent: string;
    propertiesOfIt: object;
  }): void;
}

const tracker = new Tracker();

export async function POST(request: Request) {
  const { userId, runId } = await request.json();
  await captureRun({ userId, runId });
  await captureOptions({ userId, runId });
  await captureNamedRun({ userId, runId });
  await captureCompletedRun({ userId, runId });
  await captureEverything({ userId, runId });
  await tracker.capturePair([userId, runId, {}]);
  return new Response();
}
