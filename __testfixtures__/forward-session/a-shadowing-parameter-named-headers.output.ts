'use server';

import { headers, headers as nextHeaders } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function importContacts(headers: string[], rows: string[][]) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await nextHeaders());
  signal.capture({
    distinctId: distinctId || rows[0][0],
    event: 'contacts_imported',
    properties: { columns: headers.length },
    sessionId,
    windowId,
  });
  return rows.length;
}

export async function origin() {
  return (await headers()).get('origin');
}
