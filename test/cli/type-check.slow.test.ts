import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileContent, ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, committed, PROVIDERS, ROUTE, TSCONFIG } from './support/apps.js';
import { buildCli } from './support/built-cli.js';

const TYPESCRIPT = join(import.meta.dirname, '../../node_modules/typescript');

let script = '';
let remove = (): void => {};

beforeAll(async () => {
  ({ script, remove } = await buildCli());
}, 120_000);
afterAll(() => remove());

const OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  incremental: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'preserve',
  types: [],
  paths: { '@/*': ['./*'] },
};

const CLIENT = `import type { Closed } from '@acme/events';
import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
export const closed: Closed = signal;
`;

/** An app whose packages have types: a Signal client, and a type of a package that closes its events. */
const TYPED: Readonly<Record<string, FileContent>> = {
  ...APP_WITH_PROVIDER,
  'tsconfig.json': { compilerOptions: OPTIONS, include: ['**/*.ts', '**/*.tsx'] },
  'lib/signal.ts': CLIENT,
  'env.d.ts': `declare const process: { env: Record<string, string | undefined> };
declare namespace JSX { interface IntrinsicElements { [name: string]: any } }
declare module 'react' { export type ReactNode = any }
declare module 'react/jsx-runtime' { export const jsx: any }
`,
  'node_modules/signal-next/package.json': {
    name: 'signal-next',
    version: '0.1.0',
    exports: { './server': { types: './server.d.ts' }, './client': { types: './client.d.ts' } },
  },
  'node_modules/signal-next/server.d.ts': `export interface SignalServer {
  capture(event: {
    distinctId: string; event: string; sessionId?: string | undefined; windowId?: string | undefined;
  }): void;
}
export function createSignalServer(options: { apiKey: string }): SignalServer;
`,
  'node_modules/signal-next/client.d.ts': `export function SignalNextProvider(props: {
  options: { apiKey: string; projectId: string; addTracingHeaders?: boolean }; children: any;
}): any;
`,
  'node_modules/@acme/events/package.json': { name: '@acme/events', version: '1.0.0', types: 'index.d.ts' },
  'node_modules/@acme/events/index.d.ts':
    'export interface Closed { capture(event: { distinctId: string; event: string }): void }\n',
};

/** One call that can be forwarded, and one that its type does not let. */
const MIXED = ROUTE.replace('{ signal }', '{ closed, signal }').replace(
  '  return',
  "  closed.capture({ distinctId: id, event: 'closed' });\n  return",
);

function typed(files: Readonly<Record<string, FileContent>> = {}): ProjectFolder {
  const folder = committed({ ...TYPED, ...files });
  folder.link('node_modules/typescript', TYPESCRIPT);
  return folder;
}

function run(folder: ProjectFolder, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder.root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('migrate with the TypeScript of the project', { timeout: 240_000 }, () => {
  test('takes back what its types do not hold with, keeps the rest, and does the same in a second run', () => {
    // An error that was there before is nobody's.
    const folder = typed({ 'app/api/order/route.ts': `${MIXED}\nexport const wrong: string = 1;\n` });
    const { status, stdout, stderr } = run(folder, 'migrate', '--yes');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toContain(
      '1 change was taken back, because types did not hold with it:\n  app/api/order/route.ts:6\n    TS2353 at app/api/order/route.ts:6:',
    );
    expect(stderr).toContain("'sessionId' does not exist in type");
    expect(stdout).toContain('2 Signal calls: 0 forwarded, 1 fixed, 1 refused, 0 suppressed');
    const text = folder.read('app/api/order/route.ts');
    const at = text.slice(0, text.indexOf('closed.capture')).split('\n').length;
    expect(stdout).toContain(`refused (1): the types did not hold\n  app/api/order/route.ts:${at}\n`);
    expect(text).toContain("closed.capture({ distinctId: id, event: 'closed' });");
    expect(text).toContain('distinctId: distinctId || id');
    expect(folder.exists('tsconfig.tsbuildinfo')).toBe(false);

    const done = folder.git('diff');
    const second = run(folder, 'migrate', '--yes');
    expect(second.status).toBe(0);
    expect(second.stdout).toContain('2 Signal calls: 1 forwarded, 0 fixable, 1 refused, 0 suppressed');
    expect(folder.git('diff')).toBe(done);

    // `check` runs no TypeScript: it goes on counting the call, until a person settles it.
    expect(run(folder, 'check').status).toBe(1);
    const comment = '  // signal-next-ignore-next-line: Closed takes no session\n  closed.';
    folder.write('app/api/order/route.ts', text.replace('  closed.', comment));
    expect(run(folder, 'check').status).toBe(0);
  });

  test('plans without what its types do not hold with, and applies that plan in the same way', () => {
    const folder = typed({ 'app/api/order/route.ts': MIXED });
    expect(run(folder, 'migrate', '--plan', 'plan.json').status).toBe(0);
    const plan = JSON.parse(folder.read('plan.json'));
    expect(plan.options.typecheck).toBe(null);
    expect(plan.projects[0].refused).toMatchObject([{ reason: 'type-check-failed' }]);
    const { status, stderr } = run(folder, 'migrate', '--apply', 'plan.json', '--yes');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const text = folder.read('app/api/order/route.ts');
    expect(text).toContain("closed.capture({ distinctId: id, event: 'closed' });");
    expect(text).toContain('distinctId: distinctId || id');

    const unchecked = typed({ 'app/api/order/route.ts': MIXED });
    expect(run(unchecked, 'migrate', '--plan', 'plan.json', '--no-typecheck').status).toBe(0);
    const applied = run(unchecked, 'migrate', '--apply', 'plan.json', '--yes');
    expect(applied).toMatchObject({ status: 0, stderr: expect.not.stringContaining('Checking the types') });
    expect(unchecked.read('app/api/order/route.ts')).toContain("event: 'closed',\n    sessionId,");
  });

  test('says in --json what was taken back and why', () => {
    const folder = typed({ 'app/api/order/route.ts': MIXED });
    const report = JSON.parse(run(folder, 'migrate', '--dry-run', '--json').stdout);
    expect(report.projects[0].takenBack).toEqual([
      {
        path: 'app/api/order/route.ts',
        line: 6,
        error: {
          path: 'app/api/order/route.ts',
          line: 6,
          column: 51,
          code: 'TS2353',
          message: expect.stringContaining("'sessionId' does not exist"),
        },
      },
    ]);
    expect(report.projects[0].refused).toMatchObject([{ reason: 'type-check-failed', line: 6 }]);
    expect(report.projects[0].calls).toMatchObject({ total: 2, fixable: 1, refused: 1 });
  });

  test('takes back a helper with its callers where an untouched file is at odds with its new parameter', () => {
    const folder = typed({
      'lib/track.ts': `import { signal } from './signal';

export function track(id: string) {
  signal.capture({ distinctId: id, event: 'tracked' });
}
`,
      'app/api/tracked/route.ts': ROUTE.replace('signal.capture', 'track(id);\n  signal.capture').replace(
        '\n',
        "\nimport { track } from '@/lib/track';\n",
      ),
      'lib/shape.ts': `import type { track } from './track';

export const parameters: Parameters<typeof track>['length'] extends 1 ? true : false = true;
`,
    });
    const { status, stdout, stderr } = run(folder, 'migrate', '--yes');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toContain('TS2322 at lib/shape.ts:3:14');
    expect(stdout).toContain('3 Signal calls: 0 forwarded, 2 fixed, 1 refused, 0 suppressed');
    expect(folder.git('diff', '--name-only')).not.toContain('lib/track.ts');
    expect(folder.read('app/api/tracked/route.ts')).toContain('track(id);');
  });

  test('leaves a provider to the person whose type does not take the option', () => {
    const folder = typed({
      'node_modules/signal-next/client.d.ts': `export function SignalNextProvider(props: {
  options: { apiKey: string; projectId: string }; children: any;
}): any;
`,
      'app/providers.tsx': PROVIDERS.replace(
        'options={options}',
        "options={{ apiKey: 'k', projectId: 'shop' }}",
      ),
    });
    const { status, stderr } = run(folder, 'migrate', '--yes');
    expect(status).toBe(0);
    expect(stderr).toContain('left alone: app/providers.tsx: The types did not hold with it: TS2353');
    expect(folder.read('app/providers.tsx')).not.toContain('addTracingHeaders');
    expect(folder.read('app/api/order/route.ts')).toContain('sessionId');
  });

  test('checks what a tsconfig refers to, and files with a BOM and CRLF', () => {
    const folder = typed({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './lib' }] },
      'tsconfig.app.json': {
        compilerOptions: { ...OPTIONS, composite: true },
        include: ['app', 'env.d.ts'],
        references: [{ path: './lib' }],
      },
      'lib/tsconfig.json': {
        compilerOptions: { ...OPTIONS, composite: true, paths: { '@/*': ['../*'] } },
        include: ['.', '../env.d.ts'],
      },
      'app/api/order/route.ts': `\uFEFF${MIXED.replaceAll('\n', '\r\n')}`,
    });
    const { status, stderr } = run(folder, 'migrate', '--yes');
    expect(status).toBe(0);
    expect(stderr).toContain('1 change was taken back');
    expect(stderr).toContain('TS2353 at app/api/order/route.ts:6:51');
    const text = folder.read('app/api/order/route.ts');
    expect(text).toContain("closed.capture({ distinctId: id, event: 'closed' });\r\n");
    expect(text).toContain('distinctId: distinctId || id');
  });

  test('runs none of the project but TypeScript', () => {
    const folder = typed({
      'next.config.js': "require('node:fs').writeFileSync('ran.txt', 'next.config.js');\n",
      'tsconfig.json': {
        compilerOptions: { ...OPTIONS, plugins: [{ name: 'next' }, { name: './plugin.js' }] },
        include: ['**/*.ts', '**/*.tsx'],
      },
      'plugin.js': "require('node:fs').writeFileSync('ran.txt', 'plugin.js');\n",
    });
    const { status, stderr } = run(folder, 'migrate', '--yes', '--typecheck');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toContain('finds no new error.');
    expect(folder.exists('ran.txt')).toBe(false);
  });

  test('--no-typecheck writes what the types do not hold with', () => {
    const folder = typed({ 'app/api/order/route.ts': MIXED });
    const { status, stdout, stderr } = run(folder, 'migrate', '--yes', '--no-typecheck');
    expect(status).toBe(0);
    expect(stderr).not.toContain('types');
    expect(stdout).toContain('2 Signal calls: 0 forwarded, 2 fixed, 0 refused, 0 suppressed');
  });

  test.each<[string, Readonly<Record<string, FileContent>>, string]>([
    ['no tsconfig', { 'jsconfig.json': TSCONFIG }, 'the app has no tsconfig.json'],
    ['no TypeScript', { 'tsconfig.json': TSCONFIG }, 'TypeScript is not installed here'],
    [
      'a TypeScript that breaks',
      {
        'tsconfig.json': TSCONFIG,
        'node_modules/typescript/package.json': { name: 'typescript', version: '5.0.0', main: 'index.js' },
        'node_modules/typescript/index.js': "throw new Error('half an install');\n",
      },
      'half an install',
    ],
    [
      'a preview without an API',
      {
        'tsconfig.json': TSCONFIG,
        'node_modules/typescript/package.json': { name: 'typescript', version: '7.9.0', exports: {} },
      },
      'typescript 7.9.0 offers no way to check texts that are not on disk',
    ],
  ])('goes on with a word where there is %s, unless the check was asked for', (_, files, why) => {
    const folder = committed({ ...APP_WITH_PROVIDER, ...files });
    if (!('tsconfig.json' in files)) folder.delete('tsconfig.json');
    const asked = run(folder, 'migrate', '--yes', '--force', '--typecheck');
    expect(asked.status).toBe(2);
    expect(asked.stderr).toContain(`The types were not checked: ${why}. Nothing was written.`);
    expect(folder.read('app/api/order/route.ts')).toBe(ROUTE);

    const { status, stdout, stderr } = run(folder, 'migrate', '--yes', '--force');
    expect(status).toBe(0);
    expect(stderr).toContain(`note: the types were not checked: ${why}.`);
    expect(stdout).toContain('1 fixed');
  });
});
