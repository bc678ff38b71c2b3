// @file middleware.ts
import { NextResponse } from 'next/server';

export const middleware = () => signalProxy();

function signalProxy() {
  return NextResponse.next();
}
