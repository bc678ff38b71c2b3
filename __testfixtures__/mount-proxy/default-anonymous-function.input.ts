// @file proxy.ts
import { NextRequest, NextResponse } from 'next/server';

export default function (request: NextRequest) {
  return NextResponse.next({ request });
}
