// @file proxy.ts
import { NextResponse } from 'next/server';

export function middleware() {
  return NextResponse.next();
}

export default middleware;
