import { createSignalServer } from 'signal-next/server';
import type { NextApiRequest } from 'next';

export const signal = createSignalServer({ apiKey: '' });

const header = (req: NextApiRequest, name: string) => req.headers[name] as string | undefined;

export const getSessionInfo = (req: NextApiRequest) => ({
  sessionId: header(req, 'x-signal-session-id'),
  windowId: header(req, 'x-signal-window-id'),
});

export const getSignalSession = (headers: Headers) => ({ sessionId: headers.get('x-signal-session-id') });
