import { createHmac } from 'node:crypto';
import { describeJourney } from './support/journey.js';

const secret = 'whsec_e2e';
const user = 'fernhill_user=robin';

describeJourney({
  app: 'examples/app-router',
  next: '16.4.6',
  env: { PAYMENTS_SECRET: secret },
  async visit(visitor) {
    await visitor.request('POST', '/api/cart', { body: { productId: 'pilea', quantity: 2 } });
    await visitor.request('DELETE', '/api/cart');
    await visitor.request('POST', '/api/checkout', {
      body: { items: ['pilea'], referral: 'spring' },
      cookie: user,
    });
    await visitor.request('PATCH', '/api/account', { body: { city: 'Gent' }, cookie: user });
    await visitor.request('GET', '/api/search?q=pil');
    await visitor.request('GET', '/api/products/monstera');
    await visitor.request('POST', '/api/reviews', { body: { productId: 'pilea', stars: 5 } });
    const payment = { type: 'payment.succeeded', customer: 'robin', amount: 1250 };
    const signature = createHmac('sha256', secret).update(JSON.stringify(payment)).digest('hex');
    await visitor.request('POST', '/api/webhooks/payments', {
      body: payment,
      headers: { 'x-payments-signature': signature },
    });
    await visitor.submitForm('/contact', 'topic', { email: 'kim@example.com', topic: 'plant' });
    await visitor.callAction('/newsletter', 'email', { email: 'Kim@example.com' });
    await visitor.submitForm('/newsletter', 'code', { code: 'SPRING' }, user);
  },
  expected: [
    { name: 'cart_item_added', session: 'forwarded' },
    { name: 'cart_cleared', session: 'forwarded' },
    { name: 'checkout_started', session: 'forwarded' },
    { name: '$create_alias', session: 'forwarded', distinctId: 'robin' },
    { name: '$set', session: 'forwarded', distinctId: 'robin' },
    { name: '$group_assign', session: 'forwarded', distinctId: 'robin' },
    { name: 'search_done', session: 'forwarded' },
    { name: 'product_looked_up', session: 'forwarded' },
    { name: 'review_posted', session: 'by hand' },
    { name: 'order_paid', session: 'refused' },
    { name: 'contact_form_sent', session: 'forwarded' },
    { name: '$identify', session: 'forwarded', distinctId: 'kim@example.com' },
    { name: 'newsletter_subscribed', session: 'forwarded' },
    { name: 'voucher_redeemed', session: 'forwarded' },
  ],
  refused: ['app/api/webhooks/payments/route.ts'],
});
