import { describe, expect, test } from 'vitest';
import { type Identity, identitiesOf, identityOf } from '../../src/gate/identity.js';
import type { Finding } from '../../src/rules/finding.js';
import { codeAt } from '../../src/source/code-at.js';
import { parseSource } from '../../src/source/parse.js';

const PATH = 'app/api/order/route.tsx';

/** The identities of a finding at each `capture`, or at another text, of a file. */
function identities(
  text: string,
  { path = PATH, at = 'capture', rule = 'session-not-forwarded' } = {},
): Identity[] {
  const parsed = parseSource(path, text);
  if (parsed.kind !== 'parsed') throw new SyntaxError(parsed.problem.message);
  const findings = [...text.matchAll(new RegExp(at.replace(/[()]/g, '\\$&'), 'g'))].map(
    ({ index }) => ({ rule, path, start: index, end: index + at.length }) as Finding,
  );
  return identitiesOf(findings, {
    codeAt: (_, span) => codeAt(parsed.file, span),
    text: () => text,
    callsOf: () => [],
  });
}

function only(text: string, options = {}): Identity {
  const [first, ...more] = identities(text, options);
  if (!first || more.length > 0) throw new Error('the text is to hold one finding');
  return first;
}

const BASE = `export async function POST(request: Request) {
  signal.capture({ distinctId: 'a', event: "ordered" });
}
`;

describe('the identity of a finding', () => {
  test.each([
    ['lines above', `import x from 'x';\n\n\n${BASE}`],
    ['another indent', BASE.replace('  signal', '\t\t\tsignal')],
    [
      'several lines and a trailing comma',
      BASE.replace(
        '{ distinctId: \'a\', event: "ordered" }',
        `{\n    distinctId: 'a',\n    event: "ordered",\n  }`,
      ),
    ],
    ['comments', BASE.replace("'a'", "/* who */ 'a' // it was\n")],
    ['other quotes', BASE.replace('"ordered"', "'ordered'").replace("'a'", '"a"')],
    ['backticks', BASE.replace('"ordered"', '`ordered`').replace("'a'", '`a`')],
    ['quoted keys', BASE.replace('event:', "'event':")],
    ['CRLF', BASE.replaceAll('\n', '\r\n')],
    ['a trailing comma in the call, no semicolon', BASE.replace(' });', ' },)')],
    ['parentheses', BASE.replace("'a'", "('a')")],
    ['code around it', BASE.replace('  signal', '  if (request) await\n  signal').replace('await\n', '')],
  ])('stays with %s', (_, text) => {
    expect(identityOf(only(text))).toBe(identityOf(only(BASE)));
  });

  test.each([
    ['another event', BASE.replace('ordered', 'paid')],
    ['another function', BASE.replace('POST', 'PUT')],
    ['another method', BASE.replace('signal.capture', 'signals.capture')],
    ['one more property', BASE.replace(' }', ', properties: {} }')],
    [
      'a function around it',
      BASE.replace('signal.capture', 'after(() => signal.capture').replace(');', '));'),
    ],
    ['a spread', BASE.replace("'a'", '...ids').replace('distinctId: ', '')],
    ['an expression in a template', BASE.replace('"ordered"', `\`\${request}\``)],
    ['a tag', BASE.replace('"ordered"', 'tag`ordered`')],
    ['white space inside a string', BASE.replace('ordered', 'order ed')],
  ])('changes with %s', (_, text) => {
    expect(identityOf(only(text))).not.toBe(identityOf(only(BASE)));
  });

  test('tells what a tag is given from a string', () => {
    const tagged = BASE.replace('"ordered"', 'tag`ordered`');
    expect(identityOf(only(tagged))).not.toBe(identityOf(only(tagged.replace('`ordered`', '("ordered")'))));
  });

  test('is of one rule and one file', () => {
    expect(identityOf(only(BASE, { rule: 'session-refused' }))).not.toBe(identityOf(only(BASE)));
    expect(identityOf(only(BASE, { path: 'app/b/route.tsx' }))).not.toBe(identityOf(only(BASE)));
    expect(only(BASE, { path: 'app/b/route.tsx' }).hash).toBe(only(BASE).hash);
  });

  test('counts equal ones in the order of the text', () => {
    const line = '  signal.capture({ distinctId: \'a\', event: "ordered" });\n';
    const twice = identities(BASE.replace(line, line + line));
    expect(twice.map(({ nth }) => nth)).toEqual([1, 2]);
    expect(new Set(twice.map(identityOf)).size).toBe(2);
    expect(twice[0] && identityOf(twice[0])).toBe(identityOf(only(BASE)));
  });

  test.each([
    ['POST', BASE],
    ['POST > after()', BASE.replace('signal.capture', 'after(() => signal.capture').replace(');', '));')],
    ['Orders > create', 'class Orders {\n  create() { signal.capture({}); }\n}'],
    ['Orders > #create', 'class Orders {\n  #create = () => signal.capture({});\n}'],
    ['wrapped > handlers.GET()', 'const wrapped = () => handlers.GET(() => signal.capture({}));'],
    ['router > create', 'const router = () => ({ create() { signal.capture({}); } });'],
    ['default', 'export default async () => { signal.capture({}); };'],
    ['', 'signal.capture({});'],
  ])('names the functions around: %s', (name, text) => {
    expect(only(text).in).toBe(name);
  });

  test('is of an element, not of what stands in it', () => {
    const element = (inside: string): string =>
      `export const P = () => <SignalNextProvider options={o}>${inside}</SignalNextProvider>;`;
    const at = '<SignalNextProvider options={o}>';
    expect(only(element('<b>1</b>'), { at })).toEqual(only(element('{children}'), { at }));
  });

  test('is of the property where options switch something off', () => {
    const at = 'addTracingHeaders: false';
    const one = only(`const options = { apiKey: 'k', ${at} };`, { at });
    expect(one).toEqual(only(`const options = { ${at}, host: 'h' };`, { at }));
    expect(one.code).toBe(at);
  });

  test('is the text where there is no tree, as of a comment', () => {
    const at = '// signal-next-ignore-file: why';
    expect(only(`${at}\n`, { at }).code).toBe(at);
    const missing = identitiesOf(
      [{ rule: 'signal-module-missing', path: 'lib/signal-server.ts', start: 0, end: 0 } as Finding],
      { codeAt: () => undefined, text: () => undefined, callsOf: () => [] },
    );
    expect(missing).toMatchObject([{ code: '', in: '', nth: 1 }]);
  });

  test('shows the beginning of long code, and knows all of it', () => {
    const long = (end: string): string => `signal.capture({ event: '${'x'.repeat(300)}${end}' });`;
    expect(only(long('a')).code).toHaveLength(80);
    expect(only(long('a')).hash).not.toBe(only(long('b')).hash);
  });
});
