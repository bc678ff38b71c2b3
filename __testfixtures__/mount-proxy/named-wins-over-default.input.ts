// @file proxy.ts
import { NextResponse } from 'next/server';

export default function unused() {}

export const proxy = () => NextResponse.next();
