import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/report/cells.js';
import { renderFinding, renderFindings } from '../../src/report/findings.js';
import type { Terminal } from '../../src/report/terminal.js';
import type { Finding, Label, Span } from '../../src/rules/finding.js';

const WIDE: Terminal = { width: 100, wrap: true, colour: false, unicode: false };
const ROUTE = 'app/api/checkout/route.ts';

/** A finding at the first `target` in `text`, with labels at the first occurrence of theirs. */
function finding(text: string, target: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(target);
  return {
    rule: 'session-not-forwarded',
    severity: 'error',
    path: ROUTE,
    message: 'This event is sent without the session.',
    labelText: 'no session here',
    start,
    end: start + target.length,
    labels: [],
    fixedBy: 'migrate',
    help: undefined,
    ...more,
  };
}

function label(text: string, target: string, says: string, path = ROUTE): Label {
  const start = text.indexOf(target);
  return { path, start, end: start + target.length, text: says };
}

function frame(text: string, found: Parameters<typeof renderFinding>[0], terminal = WIDE): string[] {
  return renderFinding(found, () => text, terminal)
    .trimEnd()
    .split('\n');
}

describe('one finding', () => {
  test('shows the sentence, the place, the call, and what to run', () => {
    const text = 'a();\nsignal.capture({});\n';
    expect(frame(text, finding(text, 'signal.capture'))).toEqual([
      'error[session-not-forwarded]: This event is sent without the session.',
      ' --> app/api/checkout/route.ts:2:1',
      '  |',
      '2 | signal.capture({});',
      '  | ^^^^^^^^^^^^^^ no session here',
      '  |',
      '  = run: npx signal-next migrate',
      '  = docs: npx signal-next explain session-not-forwarded',
    ]);
  });

  test('shows the lines that the fix would write, numbered as it would leave them', () => {
    const text = 'a();\nsignal.capture({});\n';
    const path = ROUTE;
    const added = [
      {
        path,
        line: 9,
        text: '  const { sessionId } = getSessionInfo(request);',
        replaces: false,
        changed: [],
      },
      { path, line: 10, text: 'signal.capture({ sessionId });', replaces: true, changed: [] },
    ];
    expect(frame(text, { ...finding(text, 'signal.capture'), added }).slice(1, 11)).toEqual([
      '  --> app/api/checkout/route.ts:2:1',
      '   |',
      ' 2 | signal.capture({});',
      '   | ^^^^^^^^^^^^^^ no session here',
      '   |',
      ' 9 +   const { sessionId } = getSessionInfo(request);',
      '10 ~ signal.capture({ sessionId });',
      '   |',
      '   = run: npx signal-next migrate',
      '   = docs: npx signal-next explain session-not-forwarded',
    ]);
    const many = Array.from({ length: 30 }, (_, index) => ({
      path,
      line: index + 1,
      text: 'x',
      replaces: false,
      changed: [],
    }));
    const lines = frame(text, { ...finding(text, 'signal.capture'), added: many });
    expect(lines.filter((line) => /^ *\d+ \+ x$/.test(line))).toHaveLength(12);
    expect(lines).toContain('   + 18 more');
  });

  test('names the files of the lines that the fix would write, where they are not in the last one shown', () => {
    const text = 'a();\ntrack();\n';
    const path = ROUTE;
    const found = finding(text, 'track', { labels: [label(text, 'a', 'sent here', 'lib/track.ts')] });
    const own = { path, line: 9, text: 'track(session);', replaces: true, changed: [] };
    const others = { ...own, path: 'lib/track.ts', line: 10, text: 'function track(session) {' };
    const tail = [
      '   |',
      '   = run: npx signal-next migrate',
      '   = docs: npx signal-next explain session-not-forwarded',
    ];
    expect(frame(text, { ...found, added: [own, others] }).slice(5)).toEqual([
      '  --> lib/track.ts:1:1',
      '   |',
      ' 1 | a();',
      '   | - sent here',
      '  --> app/api/checkout/route.ts',
      '   |',
      ' 9 ~ track(session);',
      '  --> lib/track.ts',
      '   |',
      '10 ~ function track(session) {',
      ...tail,
    ]);
    const apart = frame(text, { ...found, added: [own], addedElsewhere: ['a.ts', 'b.ts', 'c.ts', 'd.ts'] });
    expect(apart.slice(9, 14)).toEqual([
      ' --> app/api/checkout/route.ts',
      '  |',
      '9 ~ track(session);',
      '  |',
      '  = note: 4 more files are edited for this: a.ts, b.ts, c.ts and 1 more',
    ]);
    expect(frame(text, { ...found, added: [others] })).not.toContain('  --> lib/track.ts');
    const near = { ...finding(text, 'track'), added: [own], addedElsewhere: ['a.ts'] };
    expect(frame(text, near).slice(5, 8)).toEqual(['  |', '9 ~ track(session);', '  |']);
    expect(frame(text, near)[8]).toBe('  = note: 1 more file is edited for this: a.ts');
  });

  test('cuts a line to add around what changes, and not at all in a pipe', () => {
    const code =
      "export const other = async (userId: string, plan: 'free' | 'pro' | 'team') => { READ signal.identify({ distinctId: userId, properties: { plan }, IDS }); };";
    const spanOf = (part: string) => ({ start: code.indexOf(part), end: code.indexOf(part) + part.length });
    const text = 'signal.identify();\n';
    const linesWith = (changed: readonly Span[], terminal: Terminal): string[] => {
      const added = [{ path: ROUTE, line: 6, text: code, replaces: true, changed }];
      return frame(text, { ...finding(text, 'signal'), added }, terminal).filter((line) =>
        line.includes('~'),
      );
    };
    const narrow = { ...WIDE, width: 60 };
    expect(linesWith([spanOf('READ'), spanOf('IDS')], narrow)).toEqual([
      "6 ~ ...| 'pro' | 'team') => { READ signal.identify({ dist...",
      '6 ~ ...stinctId: userId, properties: { plan }, IDS }); };',
    ]);
    expect(linesWith([spanOf('READ'), spanOf('IDS')], { ...WIDE, width: 110 })).toHaveLength(1);
    expect(linesWith([], narrow)[0]).toMatch(/^6 ~ export const other.*\.\.\.$/);
    for (const changed of [[], [spanOf('IDS')]])
      expect(linesWith(changed, { ...narrow, wrap: false })).toEqual([`6 ~ ${code}`]);
  });

  test('points at the request in the same frame when it is near', () => {
    const text = 'export async function POST(request: Request) {\n  x();\n  signal.capture({});\n}\n';
    const found = finding(text, 'signal.capture', {
      labels: [label(text, 'request:', 'the request is here')],
    });
    expect(frame(text, found).slice(1, 8)).toEqual([
      ' --> app/api/checkout/route.ts:3:3',
      '  |',
      '1 | export async function POST(request: Request) {',
      '  |                            -------- the request is here',
      '2 |   x();',
      '3 |   signal.capture({});',
      '  |   ^^^^^^^^^^^^^^ no session here',
    ]);
  });

  test('leaves out lines between two places', () => {
    const text = `first(request);\n${'\n'.repeat(8)}signal.capture({});\n`;
    const found = finding(text, 'signal.capture', { labels: [label(text, 'request', 'here')] });
    expect(frame(text, found).slice(2, 8)).toEqual([
      '   |',
      ' 1 | first(request);',
      '   |       ------- here',
      '...',
      '10 | signal.capture({});',
      '   | ^^^^^^^^^^^^^^ no session here',
    ]);
  });

  test('gives a far place, or one in another file, a frame of its own', () => {
    const text = `first(request);\n${'\n'.repeat(20)}signal.capture({});\n`;
    const other = 'export const options = {};\n';
    const found = finding(text, 'signal.capture', {
      labels: [label(text, 'request', 'here'), label(other, 'options', 'these options', 'lib/options.ts')],
    });
    const lines = renderFinding(found, (path) => (path === ROUTE ? text : other), WIDE).split('\n');
    expect(lines.slice(1, 13)).toEqual([
      '  --> app/api/checkout/route.ts:22:1',
      '   |',
      '22 | signal.capture({});',
      '   | ^^^^^^^^^^^^^^ no session here',
      '  --> app/api/checkout/route.ts:1:7',
      '   |',
      ' 1 | first(request);',
      '   |       ------- here',
      '  --> lib/options.ts:1:14',
      '   |',
      ' 1 | export const options = {};',
      '   |              ------- these options',
    ]);
  });

  test('puts two places of one line under each other', () => {
    const text = 'POST = (req) => signal.capture({ id });\n';
    const found = finding(text, 'signal.capture', {
      labels: [label(text, 'req', 'the request'), label(text, 'id', 'its id')],
    });
    expect(frame(text, found).slice(3, 7)).toEqual([
      '1 | POST = (req) => signal.capture({ id });',
      '  |         ---     ^^^^^^^^^^^^^^   -- its id',
      '  |                 no session here',
      '  |         the request',
    ]);
  });

  test('marks the first line of a call that goes on', () => {
    const text = 'signal.capture({\n  event,\n});\n';
    const found = { ...finding(text, 'signal.capture'), end: text.length - 1 };
    expect(frame(text, found).slice(3, 5)).toEqual([
      '1 | signal.capture({',
      '  | ^^^^^^^^^^^^^^^^ no session here',
    ]);
  });

  test('marks an empty place with one sign, at the end of the text too', () => {
    const text = 'a';
    expect(frame(text, { ...finding(text, 'a'), start: 1, end: 1 })[4]).toBe('  |  ^ no session here');
  });

  test('aligns under tabs, wide characters, combining marks and a BOM', () => {
    const text = '\uFEFF\tx\tsignal.capture();\n  // 中文 e\u0301 🙂 signal.alias();\n';
    const terminal = { ...WIDE, unicode: true };
    expect(frame(text, finding(text, 'signal.capture'), terminal).slice(3, 5)).toEqual([
      '1 │     x   signal.capture();',
      '  │         ^^^^^^^^^^^^^^ no session here',
    ]);
    const [, , , source = '', marks = ''] = frame(text, finding(text, 'signal.alias'), terminal);
    expect(widthOf(source.slice(0, source.indexOf('signal')))).toBe(marks.indexOf('^'));
    expect(source).toContain('中文 e\u0301 🙂');
  });

  test('reads CRLF and lone CR lines', () => {
    const text = 'a;\r\nb;\rsignal.capture();\r\n';
    expect(frame(text, finding(text, 'signal.capture')).slice(1, 5)).toEqual([
      ' --> app/api/checkout/route.ts:3:1',
      '  |',
      '3 | signal.capture();',
      '  | ^^^^^^^^^^^^^^ no session here',
    ]);
  });

  test('cuts a long line around the place', () => {
    const text = `${'const a = 1; '.repeat(40)}signal.capture({ event });${' b();'.repeat(100)}\n`;
    const [, , , source = '', marks = ''] = frame(text, finding(text, 'signal.capture'), {
      ...WIDE,
      width: 60,
      wrap: false,
    });
    expect(source).toMatch(/^1 \| \.\.\..*signal\.capture\(\{.*\.\.\.$/);
    expect(source.length).toBeLessThanOrEqual(60);
    expect(marks.indexOf('^')).toBe(source.indexOf('signal.capture'));
  });

  test('prints a line twice when two places are too far apart', () => {
    const text = `request; ${'x'.repeat(200)}; signal.capture();\n`;
    const found = finding(text, 'signal.capture', { labels: [label(text, 'request', 'here')] });
    const lines = frame(text, found, { ...WIDE, width: 60, wrap: false });
    expect(lines[3]).toMatch(/^1 \| request; x+\.\.\.$/);
    expect(lines[4]).toBe('  | ------- here');
    expect(lines[5]).toMatch(/^1 \| \.\.\.x+; signal\.capture\(\);$/);
  });

  test('has only the path when there is no text to show', () => {
    expect(frame('', finding('', '', { path: 'lib/signal-server.ts', fixedBy: 'init' }))).toEqual([
      'error[session-not-forwarded]: This event is sent without the session.',
      ' --> lib/signal-server.ts',
      '  |',
      '  = run: npx signal-next init',
      '  = docs: npx signal-next explain session-not-forwarded',
    ]);
  });

  test('shows help of several lines as it is, and nothing to run when nothing would help', () => {
    const text = 'x';
    const found = finding(text, 'x', { fixedBy: undefined, help: 'Add:\n  <Provider>\n  </Provider>' });
    expect(frame(text, found).slice(5)).toEqual([
      '  |',
      '  = help: Add:',
      '      <Provider>',
      '      </Provider>',
      '  = docs: npx signal-next explain session-not-forwarded',
    ]);
    expect(frame(text, { ...found, help: undefined }).slice(5)).toEqual([
      '  |',
      '  = docs: npx signal-next explain session-not-forwarded',
    ]);
  });

  test('colours by severity, and only then', () => {
    const text = 'x';
    const coloured = renderFinding(finding(text, 'x', { severity: 'warning' }), () => text, {
      ...WIDE,
      colour: true,
    });
    expect(coloured).toContain('\u001B[1m\u001B[33mwarning[session-not-forwarded]\u001B[39m\u001B[22m');
    expect(renderFinding(finding(text, 'x'), () => text, WIDE)).not.toContain('\u001B');
  });
});

describe('nothing that is printed', () => {
  const nasty = 'a\u001B[31m\u0007\u202Eb\u200B; signal.capture();\r\u009B2J';
  const found = finding(nasty, 'signal.capture', {
    path: 'app/\u001B]0;x\u0007/route.ts',
    message: 'A \u001B[2Jmessage.',
    labelText: 'la\u001Bbel',
    help: 'he\u001Blp',
  });

  test('can drive the terminal or turn the text around', () => {
    for (const unicode of [true, false]) {
      const printed = renderFindings([found, found], () => nasty, { ...WIDE, unicode }, { limit: 1 });
      expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(printed).toContain('a\\x1b[31m\\x07\\u{202e}b\\u{200b}; signal.capture();');
    }
  });

  test('is wider than the terminal, however narrow', () => {
    const text = `${'\t'.repeat(5)}中文${'🙂'.repeat(40)} signal.capture({ request });${'中'.repeat(80)}\n`;
    const wide = finding(text, 'signal.capture', {
      path: 'app/(shop)/@modal/(.)products/[productId]/reviews/[reviewId]/route.ts',
      labelText: 'the session of the browser is missing in this call',
      labels: [label(text, 'request', 'the request is at hand in this function')],
      help: `A long sentence ${'word '.repeat(30)}\n    const code = ${'x'.repeat(90)}`,
    });
    const added = [{ path: wide.path, line: 1234, text, replaces: false, changed: [] }];
    for (let width = 20; width <= 130; width += 1) {
      for (const unicode of [true, false]) {
        const findings = [{ ...wide, added }, wide];
        const printed = renderFindings(findings, () => text, { ...WIDE, width, unicode }, { limit: 1 });
        for (const line of printed.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
        expect(printed).toContain('^');
      }
    }
  });

  test('is beyond ASCII where the terminal is not', () => {
    const text = 'x("größe中"); signal.capture();';
    expect(renderFinding(finding(text, 'signal.capture'), () => text, WIDE)).toMatch(/^[\n -~]*$/);
  });

  test('is a broken sentence or path in a pipe', () => {
    const message = `A sentence of ${'many '.repeat(40)}words.`;
    const path = `${'folder/'.repeat(30)}route.ts`;
    const printed = renderFinding(finding('x', 'x', { message, path }), () => 'x', { ...WIDE, wrap: false });
    expect(printed).toContain(message);
    expect(printed).toContain(`--> ${path}:1:1`);
  });
});

describe('many findings', () => {
  const text = 'a\nb\nc\n';
  const at = (path: string, target: string) => finding(text, target, { path });

  test('are shown up to the limit, and every place beyond it is still named', () => {
    const findings = [
      ...Array.from({ length: 20 }, (_, index) => at(`app/${index}/route.ts`, 'a')),
      at('lib/x.ts', 'c'),
      at('lib/x.ts', 'a'),
      at('lib/x.ts', 'a'),
      at('lib/y.ts', 'b'),
    ];
    const printed = renderFindings(findings, () => text, WIDE);
    expect(printed.match(/-->/g)).toHaveLength(20);
    expect(printed.split('\n').slice(-4)).toEqual([
      '4 more findings in 2 files:',
      '  lib/x.ts: lines 1, 3',
      '  lib/y.ts: line 2',
      '',
    ]);
  });

  test('are apart by an empty line, without a count when all are shown', () => {
    const printed = renderFindings([at('a.ts', 'a'), at('b.ts', 'b')], () => text, WIDE);
    expect(printed).toContain('explain session-not-forwarded\n\nerror[');
    expect(printed).not.toContain('more finding');
    expect(renderFindings([], () => text, WIDE)).toBe('');
  });
});
