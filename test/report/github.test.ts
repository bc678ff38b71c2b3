import { describe, expect, test } from 'vitest';
import { renderGithub } from '../../src/report/github.js';
import { renderGitlab } from '../../src/report/gitlab.js';
import { inert } from '../../src/report/inert.js';
import { renderJson } from '../../src/report/json.js';
import { renderJunit } from '../../src/report/junit.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { renderPretty } from '../../src/report/pretty.js';
import { renderSarif } from '../../src/report/sarif.js';
import { appReport, finding, PATHS, report, reportIn, TEXT } from './support/reports.js';
import { commandsIn } from './support/runner.js';

describe('annotations for GitHub', () => {
  test('name files from the root of the repository and mark one line', () => {
    const commands = commandsIn(renderGithub(reportIn(PATHS, { folder: 'apps/web' })));
    expect(commands.map(({ properties }) => properties.file)).toEqual(
      PATHS.map((path) => `apps/web/${path}`),
    );
    expect(commands[0]).toEqual({
      name: 'error',
      properties: {
        file: `apps/web/${PATHS[0]}`,
        line: '2',
        endLine: '2',
        col: '2',
        endColumn: String('\tsignal.capture({'.length + 1),
        title: 'signal-next: session-not-forwarded',
      },
      data: `apps/web/${PATHS[0]}:2:2 capture() does not forward the session.\nRun: npx signal-next migrate`,
    });
  });

  test('say what to add, or what to do by hand', () => {
    const line = { path: 'app/route.ts', line: 4, text: '    sessionId,', replaces: false, changed: [] };
    const findings = [
      finding({ added: [line] }),
      finding({ rule: 'placeholder-distinct-id', help: 'Take an id 100% of its own.' }),
    ];
    const [fixable, advice] = commandsIn(renderGithub(report([appReport({ findings })])));
    expect(fixable?.data).toContain('\nAdd:\n  sessionId,\nRun: ');
    expect(advice?.name).toBe('warning');
    expect(advice?.data).toContain('\nTake an id 100% of its own.');
  });

  test('say in which files to add it, and how many more there are', () => {
    const at = (path: string) => ({ path, line: 1, text: '  x', replaces: false, changed: [] });
    const one = finding({
      added: [at('app/route.ts'), at('lib/track.ts')],
      addedElsewhere: ['lib/a.ts', 'lib/b.ts'],
    });
    const [first] = commandsIn(renderGithub(report([appReport({ folder: 'apps/web', findings: [one] })])));
    expect(first?.data.split('\n').slice(1)).toEqual([
      'Add:',
      '  x',
      'Add in apps/web/lib/track.ts:',
      '  x',
      '2 more files are edited for this: apps/web/lib/a.ts, apps/web/lib/b.ts.',
      'Run: npx signal-next migrate',
    ]);
  });

  test('name the command line of the app', () => {
    const commands = { init: 'npx signal-next init --app web', migrate: 'npx signal-next migrate --app web' };
    const [first] = commandsIn(renderGithub(reportIn(['app/route.ts'], { commands })));
    expect(first?.data).toMatch(/\nRun: npx signal-next migrate --app web$/);
  });

  test('have no character that drives a terminal or turns the text around, and keep their lines', () => {
    const nasty = 'a\u001B[31m\u0007\u0000\u009B2J\u202Eb 100%';
    const one = finding({
      path: 'app/a\u001Bb.ts',
      message: `${nasty}\r\nand more`,
      added: [{ path: 'app/a\u001Bb.ts', line: 1, text: nasty, replaces: false, changed: [] }],
    });
    const printed = renderGithub(report([appReport({ findings: [one] })]));
    expect(printed.split('::').at(-1)?.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const [annotation] = commandsIn(printed);
    const shown = 'a\\x1b[31m\\x07\\x00\\x9b2J\\u{202e}b 100%';
    expect(annotation?.data).toBe(
      `app/a\\x1bb.ts:2:2 ${shown}\nand more\nAdd:\n  ${shown}\nRun: npx signal-next migrate`,
    );
    // The service finds the file by its real name.
    expect(annotation?.properties.file).toBe('app/a\u001Bb.ts');
  });

  test('leave out what is accepted and what waits for a person', () => {
    const findings = [
      finding({ status: 'baselined' }),
      finding({ status: 'suppressed' }),
      finding({ rule: 'session-refused' }),
    ];
    expect(renderGithub(report([appReport({ findings })]))).toBe('');
  });

  test('stay within ten of a kind, and say how many more there are within it', () => {
    const many = (
      count: number,
      rule: 'session-lost' | 'placeholder-distinct-id',
      severity: 'error' | 'warning' | 'note',
    ) => Array.from({ length: count }, () => finding({ rule, severity }));
    const findings = [
      ...many(12, 'session-lost', 'error'),
      ...many(11, 'placeholder-distinct-id', 'warning'),
      ...many(15, 'placeholder-distinct-id', 'note'),
    ];
    const commands = commandsIn(renderGithub(report([appReport({ findings })])));
    const count = (name: string) => commands.filter((one) => one.name === name).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10]);
    expect(commands.at(-1)?.data).toContain('9 more findings');
    const exact = commandsIn(renderGithub(report([appReport({ findings: findings.slice(0, 10) })])));
    expect(exact.map(({ name }) => name)).toEqual(Array(10).fill('error'));
  });

  test('tell of files that could not be read, and of a run that failed, which is in no file', () => {
    const troubles = [
      { kind: 'unparsable' as const, path: 'a.ts', message: 'x', at: { line: 3, column: 1 } },
    ];
    expect(commandsIn(renderGithub(report([appReport({ troubles })])))[0]?.properties).toMatchObject({
      file: 'a.ts',
      line: '3',
    });
    const [failed] = commandsIn(
      renderGithub(report([], { errors: [{ kind: 'usage', message: 'No app.' }] })),
    );
    expect(failed).toEqual({ name: 'error', properties: { title: 'signal-next' }, data: 'No app.' });
  });
});

const COMMANDS = [
  '::error::x',
  '  \t::set-output name=a::x',
  '\u00A0\u3000\uFEFF::add-mask::x',
  'text ##[error]x',
  '##[set-env name=A;]x',
  '\u001B[31m::warning::x',
  '%0A::error::x',
  'a\r::error::x\n::stop-commands::x',
  '\u2028::error::x',
];

describe('nothing that a source file says', () => {
  const nasty = COMMANDS.join('\n');
  const app = (text: string) =>
    appReport({
      directory: text,
      findings: [
        finding({
          path: text,
          message: text,
          labelText: text,
          help: text,
          labels: [{ path: text, start: 0, end: 3, text }],
          added: [{ path: text, line: 1, text, replaces: false, changed: [] }],
        }),
      ],
      refusals: [{ reason: 'r', title: text, instead: text, places: [{ path: text, line: 1 }] }],
      troubles: [{ kind: 'unparsable', path: text, message: text, at: { line: 1, column: 1 } }],
      coverage: [
        {
          kind: 'route-handler',
          name: text,
          path: text,
          line: 1,
          reachedBy: text,
          arrival: 'yes',
          because: text,
          calls: [],
        },
      ],
      commands: { init: text, migrate: text },
      sources: new Map([[text, `${nasty}\n${TEXT}`]]),
    });
  const terminals = [true, false].flatMap((wrap) =>
    [true, false].map((unicode) => ({ width: 30, wrap, colour: wrap, unicode })),
  );

  test.each([...COMMANDS, nasty])('is obeyed as a command: %j', (text) => {
    const one = report([app(text), app(text)], { errors: [{ kind: 'defect', message: text }] });
    for (const render of [renderJson, renderSarif, renderGitlab, renderJunit, renderMarkdown])
      expect(commandsIn(render(one)), render.name).toEqual([]);
    for (const terminal of terminals) {
      const printed = renderPretty(one, terminal);
      expect(commandsIn(printed)).toEqual([]);
      for (const line of printed.split('\n')) expect(line.trimStart()).not.toMatch(/^::/);
    }
    const own = commandsIn(renderGithub(one));
    expect(own.map(({ name }) => name)).toEqual(Array(5).fill('error'));
  });

  test('is lost for it: JSON says the same after parsing', () => {
    const text = 'lib/##[error]x.ts';
    expect(renderJson(report([app(text)]))).not.toContain('##[');
    expect(JSON.parse(renderJson(report([app(text)]))).projects[0].findings[0].path).toBe(text);
  });

  test('is a command in the talk on stderr either, and would be one otherwise', () => {
    expect(commandsIn(COMMANDS.slice(0, 5).join('\n'))).toHaveLength(5);
    for (const text of COMMANDS) expect(commandsIn(inert(text))).toEqual([]);
  });
});
