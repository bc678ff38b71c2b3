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
  'const captured = recapture(1)',
  "const id = cookies.get('stripe_session')",
  'const { shopSessionId } = props;',
])('%s is not', (text) => {
  expect(mayHoldSignalCall(text)).toBe(false);
});
