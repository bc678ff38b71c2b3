import { NextResponse } from 'next/server';
import { signalProxy as signalNextProxy } from 'signal-next/proxy';

const signalProxy = 'radio';

function middleware() {
  const middlewareWithSignal = signalProxy.length;
  return NextResponse.next({ headers: { strength: String(middlewareWithSignal) } });
}

const middlewareWithSignal2 = signalNextProxy(middleware);
export { middlewareWithSignal2 as middleware };
