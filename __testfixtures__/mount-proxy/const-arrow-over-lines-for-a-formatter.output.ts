import { NextResponse, type NextRequest } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

export const middleware = signalProxy(async (request: NextRequest) => {
  return NextResponse.next({ request });
});
