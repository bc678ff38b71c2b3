import { signal } from './signal-server';

const invoice = {
  id: 'invoice',
  run(userId: string) {
    signal.capture({ distinctId: userId, event: 'invoiced' });
  },
};

const remind = {
  id: 'remind',
  run(userId: string) {
    signal.capture({ distinctId: userId, event: 'reminded' });
  },
};

const ship = {
  run(userId: string, carrier?: string) {
    signal.capture({ distinctId: userId, event: 'shipped', properties: { carrier } });
  },
};

const byName = { [invoice.id]: invoice };
const inOrder = [remind];
const known = { ship };

export function runNamed(name: string, userId: string) {
  byName[name]?.run(userId);
}

export function runAll(userId: string) {
  for (const job of inOrder) job.run(userId);
}

export function runKnown(name: keyof typeof known, userId: string) {
  known[name].run(userId);
}
