// @file middleware.ts
import { NextResponse } from 'next/server';

const signalProxy = 'radio';

export function middleware() {
  const middlewareWithSignal = signalProxy.length;
  return NextResponse.next({ headers: { strength: String(middlewareWithSignal) } });
}
