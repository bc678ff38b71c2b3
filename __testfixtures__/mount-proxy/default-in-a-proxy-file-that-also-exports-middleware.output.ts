import { NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

export function middleware() {
  return NextResponse.next();
}

export default signalProxy(middleware);
