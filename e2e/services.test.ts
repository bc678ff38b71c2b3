import { createHmac } from 'node:crypto';
import { describeJourney } from './support/journey.js';

const cookie = 'user=noor';
const cron = 'cron_e2e';
const payments = 'whsec_e2e';

describeJourney({
  app: 'e2e/apps/services',
  next: '16.4.6',
  env: { CRON_SECRET: cron, PAYMENTS_SECRET: payments },
  async visit(visitor) {
    await visitor.request('POST', '/api/bookings', { body: { course: 'wheel', seats: 2 }, cookie });
    await visitor.request('DELETE', '/api/bookings/b1', { cookie });
    await visitor.request('GET', '/api/courses');
    await visitor.request('POST', '/api/teams/kiln', { body: { person: 'noor' } });
    await visitor.callAction('/waitlist', 'email', { email: 'bo@example.com', course: 'glaze' });
    await visitor.submitForm('/waitlist', 'person', { person: 'noor', name: 'Noor' });
    await visitor.callAction('/waitlist', 'reviewed', { reviewed: 'wheel', stars: '5' }, cookie);
    await visitor.request('GET', '/api/cron/reminders', { headers: { authorization: `Bearer ${cron}` } });
    const paid = { customer: 'noor' };
    const signature = createHmac('sha256', payments).update(JSON.stringify(paid)).digest('hex');
    await visitor.request('POST', '/api/webhooks/payments', {
      body: paid,
      headers: { 'x-payments-signature': signature },
    });
  },
  expected: [
    { name: 'booking_made', session: 'forwarded' },
    { name: 'booking_cancelled', session: 'forwarded' },
    { name: 'courses_listed', session: 'forwarded' },
    { name: '$groupidentify', session: 'forwarded', distinctId: null },
    { name: 'waitlist_joined', session: 'forwarded' },
    { name: '$identify', session: 'forwarded', distinctId: 'noor' },
    { name: 'course_reviewed', session: 'forwarded' },
    { name: 'reminders_sent', session: 'refused' },
    { name: 'course_paid', session: 'refused' },
  ],
  refused: ['app/api/webhooks/payments/route.ts'],
});
