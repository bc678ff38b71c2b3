import { signal } from './signal-server';

export function trackMember(memberId: string, event: string) {
  signal.capture({ distinctId: memberId, event });
}

export function trackInvite({
  userId,
  team,
}: {
  userId: string;
  team: string;
}) {
  signal.capture({
    distinctId: userId,
    event: 'invited',
    properties: { team },
  });
}
