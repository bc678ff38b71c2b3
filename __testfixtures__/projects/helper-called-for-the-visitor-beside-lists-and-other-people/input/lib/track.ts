import { signal } from './signal-server';

interface Activity {
  userId: string;
  entityId: string;
  stages?: string[];
}

export async function logActivity({ userId, entityId, stages }: Activity) {
  signal.capture({
    distinctId: userId,
    event: 'activity',
    properties: { entityId, stages },
  });
}

export function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}
