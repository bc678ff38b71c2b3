import { signal } from './signal-server';

export async function recordSignup(
  user: { id: string; email: string; team: string },
  anonymousId: string,
) {
  signal.identify({ distinctId: user.id, properties: { email: user.email } });
  signal.alias(user.id, anonymousId);
  signal.group(user.id, 'team', user.team);
  signal.capture({
    distinctId: user.id,
    event: 'signed_up',
  });
  await signal.flush();
}
