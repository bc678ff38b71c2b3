import { NextResponse } from 'next/server';
import { signalProxy as signalNextProxy } from 'signal-next/proxy';

export const middleware = signalNextProxy(() => signalProxy());

function signalProxy() {
  return NextResponse.next();
}
