import { createSignalServer } from 'signal-next/server';
import { decode, type HeaderRecord } from './codec';

/** The signed-in user's session. */
export interface SessionInfo {
  user: string;
}

export function getSessionInfo(cookie: HeaderRecord): SessionInfo {
  return { user: decode(cookie) };
}

function signalDecode(): void {}

export const signal = createSignalServer({ apiKey: '', onFlush: signalDecode });
