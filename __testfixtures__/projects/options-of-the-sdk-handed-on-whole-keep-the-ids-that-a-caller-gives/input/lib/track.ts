import type { CaptureOptions } from 'signal-next/server';
import { signal } from './signal-server';

export function track(options: CaptureOptions) {
  signal.capture(options);
}

export function trackFrom({ event, ...rest }: CaptureOptions, source: string) {
  signal.capture({ ...rest, event: `${source}: ${event}` });
}

interface JobEvent {
  distinctId: string;
  event: string;
  sessionId: string;
}

export function trackJob(options: JobEvent) {
  signal.capture(options);
}
