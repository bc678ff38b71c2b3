import { signal } from './signal-server';

export interface Mailer {
  sendMail(userId: string): void;
}

export abstract class Postman {
  abstract sendMail(userId: string): void;
}

export function sendMail(userId: string) {
  signal.capture({ distinctId: userId, event: 'mailed' });
}
