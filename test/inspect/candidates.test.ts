import { expect, test } from 'vitest';
import { SESSION_HEADER } from '../../src/analysis/header-clues.js';
import { almostSessionHeader } from '../../src/analysis/session-header-names.js';
import { mayHoldSignalCall } from '../../src/inspect/candidates.js';
import { isCandidate, marksOfText } from '../../src/inspect/marks.js';

test.each([
  'signal.capture({ event })',
  'signal\n  ?.capture?.({ event })',
  'signal.capture!({ event })',
  'signal.capture<Event>({ event })',
  'signal.capture /* now */ ({ event })',
  "signal['capture']({ event })",
  'signal[`identify`]({ distinctId })',
  "signal[isNew ? 'identify' : 'capture']({ distinctId })",
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
  "request.headers.get('x-sygnal-session-id')",
  'request.headers.get("X-Sgnal-Sesion-Id")',
  "request.headers.get('X-SIGNAL-SESSION-ID')",
  '// signal-next-ignore-next-line: why',
  '// SIGNAL-NEXT-DISABLE-NEXTLINE: why',
  "{ 'access-control-allow-headers': '*' }",
  "cors({ allowedHeaders: ['a'] })",
])('%s is looked into', (text) => {
  expect(mayHoldSignalCall(text)).toBe(true);
  expect(isCandidate(marksOfText(text), true), 'by its bytes').toBe(true);
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
  expect(isCandidate(marksOfText(text), true), 'by its bytes').toBe(false);
});

/** The names that are one slip of the keyboard away. */
function slips(name: string): string[] {
  return [...name].flatMap((letter, at) => {
    const [start, end] = [name.slice(0, at), name.slice(at + 1)];
    return [start + end, `${start}y${end}`, `${start}y${letter}${end}`, `${start}${letter}${letter}${end}`];
  });
}

test.each(['session', 'window', 'distinct'])('every header that is one slip from that of the %s', (what) => {
  const name = `x-signal-${what}-id`;
  for (const wrong of [...slips(name), `signal-${what}-id`, `x-signal-${what}`, `xSignal${what}Id`]) {
    const text = `headers.get('${wrong}')`;
    expect(almostSessionHeader(wrong), wrong).toBe(wrong === name ? undefined : name);
    expect(SESSION_HEADER.test(text), wrong).toBe(true);
    expect(isCandidate(marksOfText(text), false), wrong).toBe(true);
  }
});
