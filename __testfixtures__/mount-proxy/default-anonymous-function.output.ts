import { NextRequest, NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

export default signalProxy(function (request: NextRequest) {
  return NextResponse.next({ request });
});
