// @file pages/offers.tsx
import type { NextPageContext } from 'next';
import { signal } from '@/lib/signal-server';

export default function Offers() {
  return <p>Offers</p>;
}

Offers.getInitialProps = async (...contexts: NextPageContext[]) => {
  signal.capture({ distinctId: 'shop', event: 'offers_rendered', properties: { count: contexts.length } });
  return {};
};
