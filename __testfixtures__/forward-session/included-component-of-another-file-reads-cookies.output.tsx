import { cookies, headers } from 'next/headers';
import { after } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function Cart() {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const cart = (await cookies()).get('cart');
  after(() =>
    signal.capture({
      distinctId: distinctId || cart!.value,
      event: 'cart_rendered',
      sessionId,
      windowId,
    }),
  );
  return <p>Cart</p>;
}

export async function Footer() {
  signal.capture({ distinctId: 'u1', event: 'footer_rendered' });
  return <p>Footer</p>;
}
