import { NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

const middleware = () => NextResponse.next();
const config = { matcher: '/a' };

const middlewareWithSignal = signalProxy(middleware);
export { middlewareWithSignal as middleware, config };
