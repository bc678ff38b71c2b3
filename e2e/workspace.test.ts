import { describeJourney } from './support/journey.js';

describeJourney({
  app: 'e2e/apps/workspace',
  workspace: 'apps/web',
  next: '15.5.29',
  async visit(visitor) {
    await visitor.request('POST', '/api/samples', { body: { id: 'rye', who: 'mo' } });
    await visitor.request('GET', '/api/samples/spelt');
    await visitor.request('POST', '/api/newsletter', { body: { email: 'mo@example.com' } });
    await visitor.callAction('/subscribe', 'email', { email: 'mo@example.com' });
  },
  expected: [
    { name: 'sample_requested', session: 'forwarded' },
    { name: 'sample_viewed', session: 'forwarded' },
    { name: 'newsletter_signed_up', session: 'forwarded' },
    { name: 'newsletter_subscribed', session: 'forwarded' },
  ],
  refused: [],
});
