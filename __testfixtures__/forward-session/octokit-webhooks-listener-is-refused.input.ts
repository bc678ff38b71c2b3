// @file lib/github.ts
import { App } from '@octokit/app';
import { signal } from '@/lib/signal-server';

export const app = new App({ appId: 1, privateKey: '', webhooks: { secret: '' } });

app.webhooks.on('issues.opened', async ({ payload }) => {
  signal.capture({ distinctId: payload.sender.login, event: 'issue_opened' });
});
