#!/usr/bin/env -S npx tsx
// @file-less script that also serves as an action
'use server';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';
export async function run(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || id,
    event: 'ran',
    sessionId,
    windowId,
  });
}
