import { trackCall } from '@/lib/track';

const calls = new Map<string, { userId: string }>();

export function addCall(id: string, call: { userId: string }) {
  calls.set(id, call);
  for (const [key, one] of calls) {
    calls.delete(key);
    trackCall(one);
  }
}
