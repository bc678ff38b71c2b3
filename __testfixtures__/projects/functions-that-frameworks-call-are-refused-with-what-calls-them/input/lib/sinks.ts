import { register } from '@acme/telemetry';
import { signal } from './signal-server';

const sinks = {
  all: { send: (userId: string) => signal.capture({ distinctId: userId, event: 'sunk' }) },
};

export const registered = () => register(sinks);
