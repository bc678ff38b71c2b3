import { describeJourney } from './support/journey.js';

describeJourney({
  app: 'e2e/apps/both-routers',
  next: '14.2.35',
  async visit(visitor) {
    await visitor.request('POST', '/api/orders', { body: { dish: 'cod', guest: 'lee' } });
    await visitor.request('DELETE', '/api/orders');
    await visitor.request('GET', '/api/menu/soup');
    await visitor.request('POST', '/api/bookings', { body: { guest: 'lee' } });
    await visitor.request('GET', '/legacy/4');
    await visitor.callAction('/reserve', 'seats', { name: 'lee', seats: '4' });
    await visitor.submitForm('/feedback', 'mood', { mood: 'full' });
  },
  expected: [
    { name: 'order_placed', session: 'forwarded' },
    { name: '$groupidentify', session: 'forwarded', distinctId: null },
    { name: 'dish_viewed', session: 'forwarded' },
    { name: 'booking_imported', session: 'forwarded' },
    { name: 'legacy_page_viewed', session: 'forwarded' },
    { name: 'table_reserved', session: 'forwarded' },
    { name: 'feedback_given', session: 'forwarded' },
  ],
  // A static GET: reading the headers would turn it dynamic on Next 14.
  refused: ['app/api/menu/route.ts'],
});
