import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '');

interface Options {
  webhook?: boolean;
}

export function withGuard(handler: (request: Request) => Promise<Response>, options: Options = {}) {
  return async (request: Request): Promise<Response> => {
    if (options.webhook) {
      const signature = request.headers.get('stripe-signature') ?? '';
      stripe.webhooks.constructEvent(await request.text(), signature, process.env.WEBHOOK_SECRET ?? '');
    }
    return handler(request);
  };
}
