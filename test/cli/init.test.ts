import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProjectFolder } from '../support/project-folder.js';
import {
  APP,
  APP_WITH_PROVIDER,
  CLIENT,
  committed,
  folderOf,
  LAYOUT,
  PACKAGE,
  PAGES,
  PROVIDERS,
  snapshot,
} from './support/apps.js';
import { cli } from './support/run-cli.js';

const INIT = ['init', '--yes', '--skip-install'];

/** Files that differ from the commit, e.g. ` M app/layout.tsx`. */
function changed(folder: ProjectFolder): string[] {
  return folder.git('status', '--porcelain', '--untracked-files=all').split('\n').filter(Boolean);
}

describe('init', () => {
  test('sets an App Router app up, and says so when it has nothing left to do', async () => {
    const folder = committed({ ...APP, '.gitignore': '.env*.local\n' });
    folder.git('rm', '-q', '--cached', 'lib/signal.ts');
    folder.delete('lib/signal.ts');
    folder.delete('app/api');
    folder.git('commit', '-qam', 'Less');
    const { code, stderr } = await cli(folder.root, INIT);
    expect(code).toBe(0);
    expect(changed(folder)).toEqual([
      ' M app/layout.tsx',
      '?? .env.example',
      '?? app/signal-provider.tsx',
      '?? lib/signal-server.ts',
    ]);
    expect(folder.read('lib/signal-server.ts')).toContain('export const signal = createSignalServer(');
    expect(folder.read('app/layout.tsx')).toContain('<SignalProvider>{children}</SignalProvider>');
    expect(folder.read('app/signal-provider.tsx')).toMatch(/^'use client';/);
    expect(folder.read('.env.local')).toContain('SIGNAL_API_KEY=\n');
    expect(stderr).toContain('Fill in SIGNAL_API_KEY and NEXT_PUBLIC_SIGNAL_API_KEY in .env.local.');
    expect(stderr).toContain('Next: track an event on the server, then run npx signal-next check.');

    const done = snapshot(folder);
    const again = await cli(folder.root, INIT);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('Nothing to write: this app is set up.');
    expect(again.stderr).toContain('SIGNAL_API_KEY stays as it is in .env.local');
    expect(snapshot(folder)).toEqual(done);
  });

  test('shows every conclusion with its evidence in a dry run', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'pnpm-lock.yaml': '' });
    const { code, stdout, stderr } = await cli(folder.root, ['init', '--dry-run']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^shop \(\.\)$/m);
    expect(stderr).toMatch(/Next\.js version +\^16\.0\.0 +\(package\.json dependencies/);
    expect(stderr).toMatch(/App Router +app\/ +\(/);
    expect(stderr).toMatch(/alias +@\/\* -> \.\/\* +\(tsconfig\.json\)/);
    expect(stderr).toMatch(/package manager +pnpm +\(pnpm-lock\.yaml\)/);
    expect(stderr).toMatch(
      /Signal module +lib\/signal\.ts +\(it builds the Signal client; it reads no session yet\)/,
    );
    expect(stderr).toMatch(/provider +app\/providers\.tsx:9 +\(it does not set addTracingHeaders\)/);
    expect(stderr).toContain('Would edit 2 files. Nothing was written.');
    expect(stdout).toMatch(/^--- a\/lib\/signal\.ts$/m);
    expect(changed(folder)).toEqual([]);
  });

  test('sets up an app in src, a JavaScript app, and one without aliases', async () => {
    const folder = committed({
      'package.json': { ...PACKAGE, type: 'module' },
      'src/app/layout.js':
        'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>;\n}\n',
    });
    expect((await cli(folder.root, INIT)).code).toBe(0);
    expect(folder.exists('src/lib/signal-server.js')).toBe(true);
    expect(folder.read('src/app/signal-provider.jsx')).not.toContain('ReactNode');
    expect(folder.read('src/app/layout.js')).toContain('from "./signal-provider"');
  });

  test('creates _app in a Pages Router app, and mounts in the one that is there', async () => {
    const folder = committed(PAGES);
    expect((await cli(folder.root, INIT)).code).toBe(0);
    expect(folder.read('pages/_app.tsx')).toContain('<SignalProvider>');
    expect((await cli(folder.root, ['check'])).stdout).not.toContain('provider-missing');

    const own = committed({
      ...PAGES,
      'pages/_app.tsx':
        "import type { AppProps } from 'next/app';\n\nexport default function App({ Component, pageProps }: AppProps) {\n  return <Component {...pageProps} />;\n}\n",
    });
    expect((await cli(own.root, INIT)).code).toBe(0);
    expect(own.read('pages/_app.tsx')).toMatch(
      /<SignalProvider>\s*<Component \{\.\.\.pageProps\} \/>\s*<\/SignalProvider>/,
    );
  });

  test('amends a provider that stands in _app', async () => {
    const folder = committed({
      ...PAGES,
      'pages/_app.tsx':
        "import type { AppProps } from 'next/app';\nimport { SignalNextProvider } from 'signal-next/client';\n\nexport default function App({ Component, pageProps }: AppProps) {\n  return (\n    <SignalNextProvider options={{ apiKey: 'k', projectId: 'p' }}>\n      <Component {...pageProps} />\n    </SignalNextProvider>\n  );\n}\n",
    });
    expect((await cli(folder.root, INIT)).code).toBe(0);
    expect(folder.read('pages/_app.tsx')).toContain("projectId: 'p', addTracingHeaders: true }}");
    expect(folder.exists('lib/signal-provider.tsx')).toBe(false);
  });

  test('mounts in both routers', async () => {
    const folder = committed({
      ...APP,
      'pages/old.tsx': 'export default function Page() {\n  return null;\n}\n',
    });
    expect((await cli(folder.root, INIT)).code).toBe(0);
    expect(folder.read('app/layout.tsx')).toContain('<SignalProvider>');
    expect(folder.read('pages/_app.tsx')).toContain('<SignalProvider>');
  });

  test('mounts where the layout takes its component from, and once where several take it', async () => {
    const { 'app/layout.tsx': _, ...rest } = APP;
    const taken = "import { Root } from '@/components';\n\nexport default Root;\n";
    const folder = committed({
      ...rest,
      'app/(shop)/layout.tsx': taken,
      'app/(blog)/layout.tsx': "export { Root as default } from '@/components';\n",
      'components/index.ts': "export { RootLayout as Root } from './root-layout';\n",
      'components/root-layout.tsx': LAYOUT.replace('export default function', 'export function'),
    });
    const { code } = await cli(folder.root, INIT);
    expect(code).toBe(0);
    expect(folder.read('components/root-layout.tsx')).toContain(
      '<SignalProvider>{children}</SignalProvider>',
    );
    expect(folder.read('app/(shop)/layout.tsx')).toBe(taken);
    expect((await cli(folder.root, INIT)).stderr).toContain('Nothing to write: this app is set up.');
  });

  test('where no place is found to mount it, says what to render and imports nothing that is not there', async () => {
    const folder = committed({ ...APP, 'app/layout.tsx': "export { default } from '@acme/layout';\n" });
    const { stderr } = await cli(folder.root, INIT);
    expect(stderr).toContain(
      'left alone: app/layout.tsx: The component that app/layout.tsx exports is not written in it.',
    );
    expect(stderr).toContain(
      'Render `<SignalNextProvider options={{ …, addTracingHeaders: true }}>` around your app',
    );
    expect(stderr).not.toContain('./signal-provider');
  });

  test('amends the provider that is there', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    expect((await cli(folder.root, INIT)).code).toBe(0);
    expect(folder.read('app/providers.tsx')).toContain("projectId: 'shop', addTracingHeaders: true }");
    expect(folder.read('lib/signal.ts').startsWith(CLIENT.trimEnd())).toBe(true);
  });

  test('leaves a provider alone whose options it cannot follow, with the code to paste', async () => {
    const folder = committed({
      ...APP,
      'app/providers.tsx': PROVIDERS.replace(
        "const options = { apiKey: 'k', projectId: 'shop' };",
        "import { options } from 'our-config';",
      ),
    });
    const { code, stderr } = await cli(folder.root, INIT);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /left alone: app\/providers\.tsx: The options of SignalNextProvider cannot be followed, because .+\n {2}Set it at the element: .*\.\.\.options, addTracingHeaders: true/,
    );
  });

  test('changes addTracingHeaders: false only with --force', async () => {
    const off = PROVIDERS.replace("projectId: 'shop'", "projectId: 'shop', addTracingHeaders: false");
    const folder = committed({ ...APP, 'app/providers.tsx': off });
    const { code, stderr } = await cli(folder.root, INIT);
    expect(code).toBe(0);
    expect(stderr).toContain('left alone: app/providers.tsx: addTracingHeaders is switched off');
    expect(stderr).toContain('npx signal-next init --force');
    expect(folder.read('app/providers.tsx')).toBe(off);
    expect((await cli(folder.root, [...INIT, '--force'])).code).toBe(0);
    expect(folder.read('app/providers.tsx')).toContain('addTracingHeaders: true');
  });

  test('--tracing-hosts writes the hosts, and says when a provider has its own already', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    expect((await cli(folder.root, [...INIT, '--tracing-hosts', 'shop.com,api.shop.com'])).code).toBe(0);
    expect(folder.read('app/providers.tsx')).toContain("addTracingHeaders: ['shop.com', 'api.shop.com']");
    const again = await cli(folder.root, [...INIT, '--tracing-hosts', 'other.com']);
    expect(again.stderr).toContain(
      'app/providers.tsx sets addTracingHeaders already; --tracing-hosts does not change it.',
    );

    const mounted = committed(APP);
    await cli(mounted.root, [...INIT, '--tracing-hosts', 'shop.com']);
    expect(mounted.read('app/signal-provider.tsx')).toContain("addTracingHeaders: ['shop.com']");
  });

  test.each(['https://shop.com', 'shop.com:3000', 'shop.com/api', '*.shop.com', ''])(
    '--tracing-hosts %j is refused with the reason, before anything is read',
    async (hosts) => {
      const folder = committed(APP);
      const { code, stdout, stderr } = await cli(folder.root, [...INIT, '--tracing-hosts', hosts]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^error: .*--tracing-hosts/);
      expect(changed(folder)).toEqual([]);
    },
  );

  test('asks once, without a terminal ends with 2 and names --yes, and on a no changes nothing', async () => {
    const folder = committed(APP);
    const nobody = await cli(folder.root, ['init']);
    expect(nobody.code).toBe(2);
    expect(nobody.stderr).toContain('Answer it with --yes.');
    const no = await cli(folder.root, ['init'], { answer: () => false });
    expect(no.code).toBe(130);
    expect(no.stderr).toMatch(/init will edit 2 files and create 1 file:\n {2}edit {4}lib\/signal\.ts/);
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('refuses uncommitted work in what it would edit, and goes on with --force', async () => {
    const folder = committed(APP);
    folder.write('app/layout.tsx', `${LAYOUT}// mine\n`);
    const { code, stderr } = await cli(folder.root, INIT);
    expect(code).toBe(2);
    expect(stderr).toContain('would be edited:\n  app/layout.tsx\n');
    expect(changed(folder)).toEqual([' M app/layout.tsx']);
    expect((await cli(folder.root, [...INIT, '--force'])).code).toBe(0);
  });
});

describe('init and the Next config', () => {
  const next14 = { name: 'shop', dependencies: { next: '^14.0.0', 'signal-next': '1' } };

  test.each([
    [
      'next.config.ts',
      "import type { NextConfig } from 'next';\n\nconst config: NextConfig = {};\n\nexport default config;\n",
    ],
    ['next.config.mts', 'export default {};\n'],
    ['next.config.mjs', 'export default async () => ({ reactStrictMode: true });\n'],
    ['next.config.js', 'module.exports = { reactStrictMode: true };\n'],
    ['next.config.cjs', 'module.exports = { reactStrictMode: true };\n'],
  ])('--with-config wraps %s once', async (path, text) => {
    const folder = committed({ ...APP, [path]: text });
    expect((await cli(folder.root, [...INIT, '--with-config'])).code).toBe(0);
    expect(folder.read(path)).toContain('withSignalConfig(');
    expect(folder.read('.env.local')).not.toContain('NEXT_PUBLIC_SIGNAL_ENDPOINT');
    const done = snapshot(folder);
    const again = await cli(folder.root, [...INIT, '--with-config']);
    expect(again.stderr).toContain('Nothing to write: this app is set up.');
    expect(snapshot(folder)).toEqual(done);
  });

  test('--with-config creates the config that this version of Next.js reads', async () => {
    for (const [packageJson, path] of [
      [PACKAGE, 'next.config.ts'],
      [next14, 'next.config.mjs'],
    ] as const) {
      const folder = committed({ ...APP, 'package.json': packageJson });
      await cli(folder.root, [...INIT, '--with-config']);
      expect(folder.read(path)).toContain('export default withSignalConfig({});');
    }
  });

  test('leaves a config alone that lies outside the app', async () => {
    const config = 'export default {};\n';
    const app = Object.fromEntries(
      Object.entries(APP).map(([path, content]) => [`apps/web/${path}`, content]),
    );
    const folder = committed({
      ...app,
      'package.json': { workspaces: ['apps/*'] },
      'shared.config.mjs': config,
    });
    folder.link('apps/web/next.config.mjs', '../../shared.config.mjs');
    const { stderr } = await cli(folder.root, [...INIT, '--with-config', '--app', 'apps/web']);
    expect(folder.read('shared.config.mjs')).toBe(config);
    expect(stderr).toContain('next.config.mjs');
  });
});

describe('init and the environment', () => {
  test('adds what is missing and changes no value, quote, comment or line ending', async () => {
    const local = '# mine\r\nSIGNAL_API_KEY="a b" # secret\r\nOTHER=1\r\n';
    const folder = committed({ ...APP, '.env': 'SIGNAL_PROJECT_ID=web\n' });
    folder.write('.env.local', local);
    const { code, stderr } = await cli(folder.root, INIT);
    expect(code).toBe(0);
    const text = folder.read('.env.local');
    expect(text.startsWith(local)).toBe(true);
    expect(text.slice(local.length)).toMatch(/^(?:[^\n]*\r\n)+$/);
    expect(text.slice(local.length)).not.toMatch(/^SIGNAL_(?:API_KEY|PROJECT_ID)=/m);
    expect(folder.read('.env')).toBe('SIGNAL_PROJECT_ID=web\n');
    expect(stderr).toContain('SIGNAL_API_KEY stays as it is in .env.local');
  });

  test('says which file wins', async () => {
    const folder = committed({ ...APP, '.env': 'SIGNAL_API_KEY=a\n' });
    folder.write('.env.local', 'SIGNAL_API_KEY=b\n');
    const { stderr } = await cli(folder.root, INIT);
    expect(stderr).toContain('SIGNAL_API_KEY stays as it is in .env.local, which wins over .env.');
  });

  test('warns when git does not ignore .env.local', async () => {
    const folder = committed({ ...APP, '.gitignore': 'node_modules\n' });
    const { stderr } = await cli(folder.root, INIT);
    expect(stderr).toContain(
      'note: .env.local is not ignored by git. Add it to .gitignore before it holds a key.',
    );
  });

  test('creates no env file without --yes in a project that has none, and names the variables', async () => {
    const folder = committed(APP);
    const { code, stderr } = await cli(folder.root, ['init', '--skip-install'], { answer: () => true });
    expect(code).toBe(0);
    expect(folder.exists('.env.local')).toBe(false);
    expect(stderr).toMatch(/There is no env file\. Set SIGNAL_API_KEY, .*NEXT_PUBLIC_SIGNAL_API_KEY/);
  });
});

describe('init and the package', () => {
  const { 'signal-next': _, ...dependencies } = PACKAGE.dependencies;
  const undeclared = { ...APP, 'package.json': { name: 'shop', dependencies }, 'package-lock.json': '{}' };

  afterEach(() => vi.unstubAllEnvs());

  /** Puts a package manager on PATH that notes its arguments in `calls.txt` and ends with `status`. */
  function fakeManager(name: string, status: number): ProjectFolder {
    const bin = folderOf({});
    mkdirSync(join(bin.root, 'bin'));
    const path = join(bin.root, 'bin', name);
    writeFileSync(
      path,
      `#!/bin/sh\necho "$PWD $*" >> '${bin.root}/calls.txt'\necho 'registry says no' >&2\nexit ${status}\n`,
    );
    chmodSync(path, 0o755);
    vi.stubEnv('PATH', `${join(bin.root, 'bin')}:${process.env.PATH}`);
    return bin;
  }

  test.each([
    ['package-lock.json', 'npm i signal-next@^'],
    ['pnpm-lock.yaml', 'pnpm add signal-next@^'],
    ['yarn.lock', 'yarn add signal-next@^'],
    ['bun.lock', 'bun add signal-next@^'],
  ])('--skip-install prints the command of the manager behind %s', async (lock, command) => {
    const files = { ...undeclared, [lock]: '' };
    if (lock !== 'package-lock.json') Reflect.deleteProperty(files, 'package-lock.json');
    const { code, stderr } = await cli(committed(files).root, INIT);
    expect(code).toBe(0);
    expect(stderr).toContain(`Install the package yourself: ${command}`);
  });

  test('installs what package.json does not list, in the app', async () => {
    const npm = fakeManager('npm', 0);
    const folder = committed(undeclared);
    const { code, stderr } = await cli(folder.root, ['init', '--yes']);
    expect(code).toBe(0);
    expect(stderr).toContain('$ npm i signal-next@^');
    expect(npm.read('calls.txt')).toMatch(new RegExp(`^${folder.root} i signal-next@\\^\\d`));
  });

  test('installs nothing that is listed already, and nothing in a dry run', async () => {
    const npm = fakeManager('npm', 0);
    expect((await cli(committed(APP).root, ['init', '--yes'])).code).toBe(0);
    const dry = await cli(committed(undeclared).root, ['init', '--dry-run']);
    expect(dry.stderr).toContain('Would run: npm i signal-next@^');
    expect(npm.exists('calls.txt')).toBe(false);
  });

  test('a failing install is told with its output and the command; the files stay; exit 2', async () => {
    fakeManager('npm', 7);
    const folder = committed(undeclared);
    const { code, stderr } = await cli(folder.root, ['init', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('registry says no');
    expect(stderr).toMatch(
      /error: the package could not be installed: it ended with exit code 7\. The files are written\. Run this by hand: npm i signal-next@\^/,
    );
    expect(folder.read('app/layout.tsx')).toContain('SignalProvider');
  });

  test('says so when the package manager is not there', async () => {
    const folder = committed({ ...undeclared, 'bun.lock': '' });
    folder.delete('package-lock.json');
    const git = folderOf({});
    vi.stubEnv('PATH', git.root);
    const { code, stderr } = await cli(folder.root, ['init', '--yes', '--force']);
    expect(code).toBe(2);
    expect(stderr).toContain('bun was not found');
  });

  test('asks before it installs, even with nothing to write', async () => {
    const folder = committed({ ...undeclared, 'package.json': PACKAGE });
    await cli(folder.root, INIT);
    folder.write('package.json', { name: 'shop', dependencies });
    const npm = fakeManager('npm', 0);
    const { code, stderr } = await cli(folder.root, ['init'], { answer: () => false });
    expect(code).toBe(130);
    expect(stderr).toContain('init will run: npm i signal-next@^');
    expect(npm.exists('calls.txt')).toBe(false);
  });

  test('imports from @signal-js/nextjs where that is listed, and from what --sdk names', async () => {
    const vendor = committed({
      ...APP,
      'package.json': { name: 'shop', dependencies: { ...dependencies, '@signal-js/nextjs': '^1.0.0' } },
    });
    vendor.delete('lib/signal.ts');
    vendor.git('commit', '-qam', 'Less');
    const { stderr } = await cli(vendor.root, INIT);
    expect(stderr).not.toContain('Install the package');
    expect(vendor.read('lib/signal-server.ts')).toContain("from '@signal-js/nextjs/server'");
    expect(vendor.read('app/signal-provider.tsx')).toContain("from '@signal-js/nextjs/client'");

    const own = committed(PAGES);
    await cli(own.root, [...INIT, '--sdk', '@acme/signal']);
    expect(own.read('lib/signal-provider.tsx')).toContain("from '@acme/signal/client'");
  });
});
