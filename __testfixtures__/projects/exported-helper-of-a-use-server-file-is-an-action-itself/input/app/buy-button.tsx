'use client';

import { track } from './track-actions';

export function BuyButton() {
  return <button onClick={() => track('u1', 'clicked')}>Buy</button>;
}
