import { register } from '@acme/agents';
import { signal } from './signal-server';

const makeTools = (userId: string) => ({
  ping: {
    execute: async () => {
      signal.capture({ distinctId: userId, event: 'pinged' });
    },
  },
});

register({ tools: makeTools('agent') });
