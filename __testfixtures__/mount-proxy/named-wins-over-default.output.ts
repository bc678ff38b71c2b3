import { NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

export default function unused() {}

export const proxy = signalProxy(() => NextResponse.next());
