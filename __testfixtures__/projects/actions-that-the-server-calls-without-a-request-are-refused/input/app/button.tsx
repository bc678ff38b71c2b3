'use client';

import { fromTheBrowser } from './actions';

export function Button() {
  return <button onClick={() => fromTheBrowser('u_1')}>Buy</button>;
}
