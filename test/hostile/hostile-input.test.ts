import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  APP,
  APP_WITH_PROVIDER,
  committed,
  folderOf,
  PACKAGE,
  ROUTE,
  TSCONFIG,
} from '../cli/support/apps.js';
import { cli } from '../cli/support/run-cli.js';
import type { FileContent } from '../support/project-folder.js';

const CALL = "signal.capture({ distinctId: 'u1', event: 'e' });";
const routeWith = (code: string): string =>
  `import { signal } from '@/lib/signal';\nexport async function POST(request: Request) {\n${code}\n  ${CALL}\n  return Response.json({});\n}\n`;
const MIGRATE = ['migrate', '--yes', '--no-typecheck'];

describe('a file that is too much for the stack fails alone', () => {
  test.each([
    ['arrays', `const a = ${'['.repeat(10_000)}${']'.repeat(10_000)};`],
    ['parentheses', `const a = ${'('.repeat(10_000)}1${')'.repeat(10_000)};`],
    ['a sum', `const a = ${'1+'.repeat(10_000)}1;`],
    ['a chain of calls', `const a = request${'.c()'.repeat(10_000)};`],
    ['functions', `const a = ${'()=>{return '.repeat(250)}1${'}'.repeat(250)};`],
  ])('%s', async (_, code) => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'app/api/deep/route.ts': routeWith(code) });
    const { code: exit, stderr } = await cli(folder.root, MIGRATE);
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^error: app\/api\/deep\/route\.ts:\d+:\d+ could not be parsed: The code is nested too deeply/m,
    );
    expect(folder.read('app/api/deep/route.ts')).toBe(routeWith(code));
    expect(folder.read('app/api/order/route.ts')).toContain('getSessionInfo(request)');
  });

  test('and what people write is far from it', async () => {
    const code = `const a = ${"'x' +\n".repeat(500)}'x';\nconst b = request${'.c()\n'.repeat(300)};`;
    const folder = committed({ ...APP_WITH_PROVIDER, 'app/api/deep/route.ts': routeWith(code) });
    expect((await cli(folder.root, MIGRATE)).code).toBe(0);
    expect(folder.read('app/api/deep/route.ts')).toContain('getSessionInfo(request)');
  });
});

describe('much of the same', () => {
  test.each([
    [
      'a line of a million characters among others',
      `${"a('x');\n".repeat(2000)}const b = '${'x'.repeat(900_000)}';`,
    ],
    ['a line of a million characters', `const a = '${'x'.repeat(1_000_000)}';`],
    ['a million spaces', `const a = 1;${' '.repeat(1_000_000)}`],
    ['a million line ends', '\n'.repeat(1_000_000)],
    ['10,000 comments on one line', '/* a */'.repeat(10_000)],
    ['words that look like imports', `const a = "${'import '.repeat(10_000)}";`],
    [
      'words that look like imports of what is never named',
      `const a = 1; /* ${'from /* '.repeat(10_000)} */`,
    ],
    ['3,000 statements on one line', 'a(1); '.repeat(3000)],
  ])('%s', async (_, code) => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'app/api/deep/route.ts': routeWith(code) });
    const { code: exit } = await cli(folder.root, MIGRATE);
    expect(exit).toBe(0);
    const after = folder.read('app/api/deep/route.ts');
    expect(after).toContain('const { sessionId, windowId, distinctId } = getSessionInfo(request);');
    expect(after).toContain(code);
  });

  test.each([
    ['line comments that end in spaces', '// a   \n'.repeat(200)],
    ['line comments in line comments', `// a${' // b'.repeat(200)}\n`],
    ['block comments', '/* a */ '.repeat(200)],
    ['a block comment of stars', `/${'*'.repeat(1000)}/\n`],
  ])('%s before, in and after what a file exports', async (_, comments) => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'lib/analytics.ts': `${comments}
import { signal } from '@/lib/signal';
export ${comments}
const track = (${comments}
) => signal.capture({ distinctId: 'u1', event: 'e' });
export ${comments}
default ${comments}
track;
export ${comments}
{ ${comments}
signal }
`,
      'lib/index.ts': `${comments}
export ${comments}
{ default ${comments}
as track } ${comments}
from './analytics';
`,
      'app/api/deep/route.ts': `${comments}
import { track } from ${comments}
'@/lib';
export async function POST(request: Request) {
  track();
  return Response.json({});
}
`,
    });
    expect((await cli(folder.root, MIGRATE)).code).toBe(0);
    expect(folder.read('lib/analytics.ts')).toContain('sessionId');
    expect(folder.read('app/api/deep/route.ts')).toContain('getSessionInfo(request)');
  });

  test('a file of five megabytes is not read', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'app/api/deep/route.ts': routeWith(`const a = '${'x'.repeat(5_000_000)}';`),
    });
    const { code, stderr } = await cli(folder.root, MIGRATE);
    expect(code).toBe(0);
    expect(stderr).toContain('app/api/deep/route.ts was passed over: it is too large to parse (4.8 MB');
    expect(folder.read('app/api/order/route.ts')).toContain('getSessionInfo(request)');
  });
});

describe('circles', () => {
  test('of re-exports', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'lib/a.ts': "export * from './b';\n",
      'lib/b.ts': "export * from './c';\nexport * from './a';\nexport { signal } from './c';\n",
      'lib/c.ts': "export * from './a';\nexport { signal } from './b';\n",
      'app/api/order/route.ts': ROUTE.replace('@/lib/signal', '@/lib/a'),
    });
    const { code, stderr } = await cli(folder.root, ['check']);
    expect(stderr).not.toContain('signal-next failed');
    expect(code).toBeLessThan(2);
  });

  test('of symbolic links', async () => {
    const folder = folderOf(APP_WITH_PROVIDER);
    folder.link('app/again', '.');
    folder.link('lib/one', 'two');
    folder.link('lib/two', 'one');
    folder.link('lib/loop.ts', 'loop.ts');
    for (const isCommitted of [false, true]) {
      if (isCommitted) folder.commitAll();
      const { code, stderr } = await cli(folder.root, ['check', '--json']);
      expect(code).toBe(1);
      expect(stderr).toContain('lib/loop.ts was passed over: it is a symlink that leads nowhere');
    }
  });

  test('of tsconfig.json, with comments and a BOM', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'tsconfig.json': `\uFEFF// a\n{ "extends": "./b.json", /* c */ "compilerOptions": { "paths": { "@/*": ["./*"], }, }, }\n`,
      'b.json': '{ "extends": "./tsconfig.json" }\n',
    });
    const { code, stderr } = await cli(folder.root, ['check']);
    expect({ code, stderr }).toMatchObject({ code: expect.toSatisfy((one) => one === 1 || one === 2) });
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('nothing is written outside the project', () => {
  test('through a folder that is a link', async () => {
    const outside = folderOf({ 'keep.txt': '' });
    const { 'lib/signal.ts': _, 'app/api/order/route.ts': __, ...rest } = APP;
    const folder = folderOf(rest);
    folder.link('lib', outside.root);
    folder.commitAll();
    const { code, stderr } = await cli(folder.root, ['init', '--yes', '--skip-install']);
    expect(code).toBe(2);
    expect(stderr).toContain('lib/signal-server.ts');
    expect(readdirSync(outside.root)).toEqual(['keep.txt']);
    expect(folder.git('status', '--porcelain', '--untracked-files=all')).toBe('');
  });

  test('through a folder that a GitLab job names for its report', async () => {
    const outside = folderOf({ 'keep.txt': '' });
    const named = 'check:\n  artifacts:\n    reports:\n      codequality: reports/gl.json\n';
    const folder = folderOf({ ...APP_WITH_PROVIDER, '.gitlab-ci.yml': named });
    folder.link('reports', outside.root);
    folder.commitAll();
    const env = { GITLAB_CI: 'true', CI_PROJECT_DIR: folder.root, CI_JOB_NAME: 'check' };
    const { code, stderr } = await cli(folder.root, ['check'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('note: to see the findings in merge requests');
    expect(readdirSync(outside.root)).toEqual(['keep.txt']);
  });

  test('through a state folder that is a link', async () => {
    const outside = folderOf({ 'keep.txt': '' });
    const folder = folderOf(APP_WITH_PROVIDER);
    folder.link('.signal-next', outside.root);
    folder.commitAll();
    const { code } = await cli(folder.root, MIGRATE);
    expect(code).toBe(2);
    expect(readdirSync(outside.root)).toEqual(['keep.txt']);
    expect(folder.git('status', '--porcelain')).toBe('');
  });
});

describe('names', () => {
  const odd = [
    'app/api/a\nb/route.ts',
    `app/api/"q'/route.ts`,
    'app/api/::error::x/route.ts',
    'app/api/<&>/route.ts',
  ];

  test('with line breaks, quotes and the signs of commands and markup are text to every reporter', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      ...Object.fromEntries(odd.map((path) => [path, ROUTE])),
    });
    const files = ['json', 'sarif', 'gitlab', 'junit', 'markdown', 'github'];
    const args = files.flatMap((name) => ['--reporter', `${name}=out/${name}`]);
    const { code, stdout } = await cli(folder.root, ['check', ...args, '--reporter', 'pretty']);
    expect(code).toBe(1);
    for (const name of ['json', 'sarif', 'gitlab']) {
      const text = folder.read(`out/${name}`);
      expect(text).not.toContain('a\nb');
      expect(JSON.stringify(JSON.parse(text))).toMatch(/a(?:\\n|%0A)b/);
    }
    expect(folder.read('out/junit')).not.toMatch(/<&>|"q'/);
    for (const line of folder.read('out/github').trimEnd().split('\n'))
      expect(line).toMatch(/^::(?:error|warning|notice) file=/);
    expect(stdout).not.toMatch(/^::error::x/m);
    expect((await cli(folder.root, MIGRATE)).code).toBe(0);
    for (const path of odd) expect(folder.read(path)).toContain('getSessionInfo(request)');
  });

  test('with line breaks and escapes are text in what undo says of a journal', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const path = 'app/a\n::error::x\u001b[2J.ts';
    const temporary = 'app/.signal-next-1-0.tmp';
    const files = [{ kind: 'edit', path, beforeHash: '', afterHash: '', backup: '0.before', temporary }];
    folder.write(
      '.signal-next/runs/000001-20261125T120000000Z/journal.json',
      JSON.stringify({ version: 2, id: '1', startedAt: '2026-11-25T12:00:00.000Z', files, folders: [] }),
    );
    const { code, stderr } = await cli(folder.root, ['undo']);
    expect(code).toBe(2);
    expect(stderr).toContain('app/a\\x0a::error::x\\x1b[2J.ts was deleted since');
  });

  test('that differ in case only are two files, each edited once', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'app/api/A/route.ts': ROUTE,
      'app/api/a/route.ts': ROUTE,
    });
    await cli(folder.root, MIGRATE);
    for (const path of ['app/api/A/route.ts', 'app/api/a/route.ts'])
      expect(folder.read(path).match(/getSessionInfo\(request\)/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});

describe('what is not the app', () => {
  test('dependencies inside of its sources are left alone', async () => {
    const path = 'app/node_modules/widget/route.ts';
    const folder = committed({ ...APP_WITH_PROVIDER, '.gitignore': '', [path]: ROUTE });
    expect((await cli(folder.root, MIGRATE)).code).toBe(0);
    expect(folder.read(path)).toBe(ROUTE);
  });

  test('an app that its own .gitignore hides is still the app', async () => {
    const folder = folderOf({ ...APP_WITH_PROVIDER, '.gitignore': '*\n' });
    folder.commitAll();
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('--> app/api/order/route.ts:5:10');
  });

  test.each<[string, FileContent]>([
    ['an array', '[]'],
    ['a text', '"next"'],
    ['null', 'null'],
    ['dependencies that are an array', '{ "dependencies": ["next"] }'],
    ['cut short', '{ "dependencies": { "next": "^16.0.0"'],
  ])('package.json is %s', async (_, content) => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'package.json': content });
    for (const args of [['check'], MIGRATE, ['init', '--yes', '--skip-install']]) {
      const { code, stderr } = await cli(folder.root, args);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^error: .*package\.json|^error: .*next/m);
      expect(stderr).not.toMatch(/\n {4}at /);
    }
    expect(folder.git('status', '--porcelain')).toBe('');
  });
});

test('no code of the project runs', async () => {
  const trace =
    "require('node:fs').appendFileSync(__dirname + '/ran', __filename + '\\n');\nmodule.exports = {};\n";
  const esm =
    "import { appendFileSync } from 'node:fs';\nappendFileSync('ran', import.meta.url);\nexport default {};\n";
  const folder = committed({
    ...APP_WITH_PROVIDER,
    'package.json': {
      ...PACKAGE,
      scripts: Object.fromEntries(
        ['preinstall', 'postinstall', 'prepare', 'build', 'lint'].map((name) => [name, 'echo ran > ran']),
      ),
    },
    'tsconfig.json': {
      ...TSCONFIG,
      compilerOptions: { ...TSCONFIG.compilerOptions, plugins: [{ name: 'evil' }] },
    },
    'node_modules/evil/index.js': trace,
    'node_modules/evil/package.json': { name: 'evil', main: 'index.js' },
    'node_modules/next/package.json': { name: 'next', version: '16.0.0', main: 'index.js' },
    'node_modules/next/index.js': trace,
    'node_modules/signal-next/package.json': { name: 'signal-next', version: '0.1.0', main: 'index.js' },
    'node_modules/signal-next/index.js': trace,
    ...Object.fromEntries(
      [
        'next.config.js',
        '.eslintrc.js',
        'babel.config.js',
        'jscodeshift.config.js',
        '.prettierrc.js',
        'postcss.config.js',
        '.pnp.cjs',
        'jest.config.js',
        'signal-next.config.js',
      ].map((path) => [path, trace]),
    ),
    'eslint.config.mjs': esm,
    'prettier.config.mjs': esm,
    'instrumentation.ts': `${esm}export function register() {}\n`,
    '.env': 'NODE_OPTIONS=--require=./next.config.js\n',
  });
  for (const args of [
    ['check', '--coverage'],
    ['init', '--yes', '--skip-install'],
    MIGRATE,
    ['check'],
    ['undo'],
  ]) {
    await cli(folder.root, args);
    expect([args, folder.exists('ran')]).toEqual([args, false]);
  }
});
