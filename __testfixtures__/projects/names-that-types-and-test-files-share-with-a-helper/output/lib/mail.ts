import { signal, type SessionInfo } from './signal-server';

export interface Mailer {
  sendMail(userId: string): void;
}

export abstract class Postman {
  abstract sendMail(userId: string): void;
}

export function sendMail(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'mailed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
