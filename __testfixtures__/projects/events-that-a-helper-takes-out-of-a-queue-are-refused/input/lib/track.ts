import { signal as client } from '@/lib/signal-server';

export function track(distinctId: string, event: string) {
  client.capture({ distinctId, event });
}

export function trackJob(distinctId: string) {
  client.capture({ distinctId, event: 'job_done' });
}

export function trackCall(call: { userId: string }) {
  client.capture({ distinctId: call.userId, event: 'call_made' });
}

export function trackLine(userId: string) {
  client.capture({ distinctId: userId, event: 'line_written' });
}
