import { signal } from './signal-server';

function send(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

function ignore(_userId: string, _event: string) {}

export const track = process.env.TRACKING === 'on' ? send : ignore;
