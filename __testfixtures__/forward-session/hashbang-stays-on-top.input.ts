#!/usr/bin/env -S npx tsx
// @file-less script that also serves as an action
'use server';
import { signal } from '@/lib/signal-server';
export async function run(id: string) {
  signal.capture({ distinctId: id, event: 'ran' });
}
