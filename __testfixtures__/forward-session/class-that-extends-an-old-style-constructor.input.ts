// @file app/api/order/route.ts
import { signal } from '@/lib/signal-server';
import { Emitter } from './emitter';

function Base(this: { client: unknown }) {}
Base.prototype.client = signal;

class Tracker extends (Base as unknown as new () => { client: typeof signal }) {
  own = signal;
}

class Listener extends Emitter {
  own = signal;
}

export async function POST(request: Request) {
  new Tracker().client.capture({ distinctId: 'u1', event: 'unknown' });
  new Tracker().own.capture({ distinctId: 'u1', event: 'known' });
  new Listener().other.capture({ distinctId: 'u1', event: 'unknown' });
}
