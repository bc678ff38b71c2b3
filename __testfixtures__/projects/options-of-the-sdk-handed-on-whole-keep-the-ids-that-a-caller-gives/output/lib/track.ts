import type { CaptureOptions } from 'signal-next/server';
import { signal, type SessionInfo } from './signal-server';

export function track(options: CaptureOptions, session?: SessionInfo) {
  signal.capture({
    ...options,
    distinctId: session?.distinctId || options.distinctId,
    sessionId: options.sessionId ?? session?.sessionId,
    windowId: options.windowId ?? session?.windowId,
  });
}

export function trackFrom(
  { event, ...rest }: CaptureOptions,
  source: string,
  session?: SessionInfo,
) {
  signal.capture({
    ...rest,
    event: `${source}: ${event}`,
    distinctId: session?.distinctId || rest.distinctId,
    sessionId: rest.sessionId ?? session?.sessionId,
    windowId: rest.windowId ?? session?.windowId,
  });
}

interface JobEvent {
  distinctId: string;
  event: string;
  sessionId: string;
}

export function trackJob(options: JobEvent) {
  signal.capture(options);
}
