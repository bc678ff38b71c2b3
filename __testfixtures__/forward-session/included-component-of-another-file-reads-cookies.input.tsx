// @file components/cart.tsx
import { cookies } from 'next/headers';
import { after } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function Cart() {
  const cart = (await cookies()).get('cart');
  after(() => signal.capture({ distinctId: cart!.value, event: 'cart_rendered' }));
  return <p>Cart</p>;
}

export async function Footer() {
  signal.capture({ distinctId: 'u1', event: 'footer_rendered' });
  return <p>Footer</p>;
}
