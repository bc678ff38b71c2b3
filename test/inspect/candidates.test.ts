import { expect, test } from 'vitest';
import { mayHoldSignalCall } from '../../src/inspect/candidates.js';

test.each([
  'signal.capture({ event })',
  'signal\n  ?.capture?.({ event })',
  'signal.capture!({ event })',
  'signal.capture<Event>({ event })',
  'signal.capture /* now */ ({ event })',
  "signal['capture']({ event })",
  'signal[`identify`]({ distinctId })',
  "signal['alias'](a, b)",
  'signal.alias(a, b)',
  'signal.group // the plan\n(a, b, c)',
  'const { capture } = signal; capture({ event })',
  'const track = signal.capture;',
  'const track = signal.alias.bind(signal);',
  'signal.group?.call(signal, a, b, c)',
  'queue.push(signal.group)',
  'queue.push(signal.setPersonProperties)',
  "request.headers.get('x-signal-session-id')",
  "import { x } from '@/lib/signal-server';",
  'signal.group(user.id, "team", { key: [1, 2] })',
  'signal.group(...all)',
  'signal.group(`a`, ...more)',
  'signal.alias(a /* the old one */)',
  "import { group } from '@/lib/analytics';\ngroup(id, type, key)",
  'const track = ({ alias }) => alias(a, b)',
  'signal.capture\u3000({ event })',
  Buffer.from('signal.capture\u3000({ event })').toString('latin1'),
  "request.headers.get('signal-session-id')",
  "request.headers.get('x-singal-session-id')",
  "{ 'access-control-allow-headers': '*' }",
  "cors({ allowedHeaders: ['a'] })",
])('%s is looked into', (text) => {
  expect(mayHoldSignalCall(text)).toBe(true);
});

test.each([
  'db.select().from(users)',
  'const { alias, group } = props;',
  'row.group === other.alias',
  'match.groups(1)',
  'd3.group(rows, (row) => row.key)',
  "program.alias('x')",
  "const parent = alias(users, 'parent');",
  "import { alias, pgTable } from 'drizzle-orm/pg-core';\nconst parent = alias(users, 'parent');",
  'Sentry.captureException(error)',
  'const captured = recapture(1)',
  "const id = cookies.get('stripe_session')",
  'const { shopSessionId } = props;',
])('%s is not', (text) => {
  expect(mayHoldSignalCall(text)).toBe(false);
});
