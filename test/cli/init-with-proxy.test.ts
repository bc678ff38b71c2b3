import { describe, expect, test } from 'vitest';
import type { FileContent, ProjectFolder } from '../support/project-folder.js';
import { APP, APP_WITH_PROVIDER, committed, PACKAGE, PAGES, PROVIDERS, snapshot } from './support/apps.js';
import { type CliResult, cli } from './support/run-cli.js';

const INIT = ['init', '--yes', '--skip-install'];
const WITH_PROXY = [...INIT, '--with-proxy'];

const NEXT_14 = { name: 'shop', dependencies: { next: '^14.2.0', 'signal-next': '^0.1.0' } };
const NEXT_15 = { name: 'shop', dependencies: { next: '^15.1.0', 'signal-next': '^0.1.0' } };

const MIDDLEWARE = `import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  return NextResponse.redirect(new URL('/login', request.url));
}

export const config = { matcher: ['/account/:path*'] };
`;

type Files = Readonly<Record<string, FileContent>>;

/** The proxy files of a project, wherever they are. */
function proxiesOf(folder: ProjectFolder): string[] {
  return Object.keys(snapshot(folder)).filter((path) => /(^|\/)(proxy|middleware)\./.test(path));
}

/** Runs it on `files`, and once more, when nothing may be left to do; gives the first run. */
async function initTwice(files: Files, args = WITH_PROXY): Promise<CliResult & { folder: ProjectFolder }> {
  const folder = committed(files);
  const result = await cli(folder.root, args);
  expect(result.code).toBe(0);
  folder.git('add', '-A');
  folder.git('commit', '-qm', 'Init');
  const done = snapshot(folder);
  const again = await cli(folder.root, args);
  expect(again.code).toBe(0);
  expect(again.stderr).toContain('Nothing to write');
  expect(snapshot(folder)).toEqual(done);
  return { ...result, folder };
}

function inSrc(files: Files): Record<string, FileContent> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      /^(app|pages|lib)\//.test(path) ? `src/${path}` : path,
      content,
    ]),
  );
}

describe('init --with-proxy in an app without a proxy', () => {
  const old = (files: Files): Files => ({ ...files, 'package.json': NEXT_14 });
  const both = { ...APP, 'pages/old.tsx': 'export default function Page() {\n  return null;\n}\n' };
  test.each<[string, Files, string]>([
    ['App Router on Next 16', APP, 'proxy.ts'],
    ['App Router on Next 14', old(APP), 'middleware.ts'],
    ['Pages Router on Next 16', PAGES, 'proxy.ts'],
    ['Pages Router on Next 14', old(PAGES), 'middleware.ts'],
    ['both routers', both, 'proxy.ts'],
    ['src on Next 16', inSrc(APP), 'src/proxy.ts'],
    ['src on Next 14', inSrc(old(PAGES)), 'src/middleware.ts'],
    // Next 13 to 15 use both, and look for the middleware beside `pages`.
    [
      'app in src and pages in the root on Next 15',
      { ...inSrc(APP), 'package.json': NEXT_15, 'pages/old.tsx': both['pages/old.tsx'] },
      'middleware.ts',
    ],
    [
      'JavaScript',
      {
        'package.json': { ...PACKAGE, type: 'module' },
        'app/layout.js':
          'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>;\n}\n',
      },
      'proxy.js',
    ],
    [
      'page extensions',
      {
        ...PAGES,
        'next.config.mjs': "export default { pageExtensions: ['page.tsx', 'page.ts'] };\n",
        'pages/index.page.tsx': 'export default function Page() {\n  return <main />;\n}\n',
      },
      'proxy.page.ts',
    ],
  ])('%s', async (_, files, path) => {
    const { folder, stderr } = await initTwice(files);
    expect(proxiesOf(folder)).toEqual([path]);
    const name = /(proxy|middleware)/.exec(path)?.[1];
    expect(folder.read(path)).toMatch(`export { signalProxy as ${name} } from`);
    expect(folder.read(path)).toMatch('signal-next/proxy');
    expect(stderr).toContain(`none yet; ${path} is to be`);
    const provider = Object.entries(snapshot(folder)).find(([one]) => one.includes('signal-provider'));
    expect(provider?.[1]).toMatch(/^( +)addTracingHeaders: true,\n\1sessionCookie: true,?$/m);
  });

  test('writes the new file the way the app is written', async () => {
    const layout =
      'export default function Layout({ children }) {\n    return <html><body className="a">{children}</body></html>\n}\n';
    const { folder } = await initTwice({
      'package.json': PACKAGE,
      'tsconfig.json': {},
      'app/layout.tsx': `import "./a.css"\n\n${layout}`,
      'app/a.css': '',
    });
    expect(folder.read('proxy.ts')).toContain('export { signalProxy as proxy } from "signal-next/proxy"\n');
    expect(folder.read('proxy.ts')).toContain('\n    matcher: ["');
  });

  test('says that a middleware in the wrong folder does not run, and leaves it alone', async () => {
    const { folder, stderr } = await initTwice({
      ...inSrc(APP),
      'package.json': NEXT_14,
      'middleware.ts': MIDDLEWARE,
    });
    expect(folder.read('middleware.ts')).toBe(MIDDLEWARE);
    expect(folder.exists('src/middleware.ts')).toBe(true);
    expect(stderr).toContain(
      'note: middleware.ts is not beside src/app/, so Next.js does not run it; src/middleware.ts is.',
    );
  });

  test('a proxy.ts is no proxy before Next 16', async () => {
    const own = 'export const proxy = { host: "localhost" };\n';
    const { folder } = await initTwice({ ...APP, 'package.json': NEXT_15, 'proxy.ts': own });
    expect(proxiesOf(folder)).toEqual(['middleware.ts', 'proxy.ts']);
    expect(folder.read('proxy.ts')).toBe(own);
  });

  test('does nothing for an app that is exported as static files', async () => {
    const config = "export default { output: 'export' };\n";
    const { folder, stderr } = await initTwice({ ...APP, 'next.config.mjs': config });
    expect(proxiesOf(folder)).toEqual([]);
    expect(stderr).toContain('left alone: next.config.mjs: The app is exported as static files');
    expect(folder.read('app/signal-provider.tsx')).not.toContain('sessionCookie');
  });
});

describe('init --with-proxy in an app with a proxy', () => {
  test.each<[string, string, Files]>([
    ['middleware.ts on Next 14', 'middleware.ts', { ...APP, 'package.json': NEXT_14 }],
    ['middleware.ts on Next 16', 'middleware.ts', APP],
    ['src/middleware.ts', 'src/middleware.ts', inSrc(PAGES)],
  ])('wraps %s and keeps its matcher', async (_, path, files) => {
    const { folder, stderr } = await initTwice({ ...files, [path]: MIDDLEWARE });
    expect(proxiesOf(folder)).toEqual([path]);
    expect(folder.read(path)).toContain("import { signalProxy } from 'signal-next/proxy';");
    expect(folder.read(path)).toContain('signalProxy(middleware)');
    expect(folder.read(path)).toContain("export const config = { matcher: ['/account/:path*'] };");
    expect(stderr).toContain(
      `note: ${path} keeps its matcher; the paths that it leaves out get no session from the cookie.`,
    );
    expect(stderr).toMatch(new RegExp(`proxy +${path} +\\(beside `));
  });

  test('wraps proxy.js, and says nothing about a matcher that is not there', async () => {
    const { folder, stderr } = await initTwice({
      'package.json': { ...PACKAGE, type: 'module' },
      'app/layout.js':
        'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>;\n}\n',
      'proxy.js': "import { auth } from './auth.js';\n\nexport default auth(() => undefined);\n",
      'auth.js': 'export const auth = (handler) => handler;\n',
    });
    expect(folder.read('proxy.js')).toContain('export default signalProxy(auth(() => undefined));');
    expect(stderr).not.toContain('matcher');
  });

  test("imports it among the packages, above what the project's own aliases lead to, as a formatter would", async () => {
    const { folder } = await initTwice({
      ...APP,
      '.prettierrc': '{}',
      'tsconfig.json': { compilerOptions: { paths: { '@shop/*': ['./*'] } } },
      'lib/rules.ts': 'export const guard = (options: object) => () => undefined;\n',
      'proxy.ts':
        "import { NextResponse } from 'next/server';\nimport { guard } from '@shop/lib/rules';\n\nexport default guard({\n  next: NextResponse,\n});\n",
    });
    expect(folder.read('proxy.ts')).toBe(`import { NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';
import { guard } from '@shop/lib/rules';

export default signalProxy(
  guard({
    next: NextResponse,
  }),
);
`);
  });

  test('leaves a proxy alone that it cannot wrap, with the code to paste', async () => {
    const text = "export * from './other';\n";
    const { folder, stderr } = await initTwice({ ...APP, 'proxy.ts': text, 'other.ts': MIDDLEWARE });
    expect(folder.read('proxy.ts')).toBe(text);
    expect(stderr).toMatch(
      /left alone: proxy\.ts: The handler may come through `export \*`\.\n {2}Wrap the handler by hand: .*signal-next\/proxy/,
    );
  });

  test('creates none beside one that does not parse', async () => {
    const folder = committed({ ...APP, 'middleware.ts': 'export function (' });
    const { stderr } = await cli(folder.root, WITH_PROXY);
    expect(proxiesOf(folder)).toEqual(['middleware.ts']);
    expect(stderr).toContain(
      'left alone: middleware.ts: It could not be read, so signalProxy was not mounted.',
    );
  });

  test('mounts in neither where Next 16 has two', async () => {
    const files = { ...APP, 'middleware.ts': MIDDLEWARE, 'proxy.ts': MIDDLEWARE };
    const { folder, stderr } = await initTwice(files);
    expect([folder.read('middleware.ts'), folder.read('proxy.ts')]).toEqual([MIDDLEWARE, MIDDLEWARE]);
    expect(stderr).toContain('left alone: proxy.ts: Next.js 16 does not build with middleware.ts beside it');
  });
});

describe('init --with-proxy and the provider that is there', () => {
  const OPTIONS = "const options = { apiKey: 'k', projectId: 'shop' };";
  const withProviders = (text: string): Files => ({ ...APP_WITH_PROVIDER, 'app/providers.tsx': text });

  test('gives its constant both options at once', async () => {
    const { folder } = await initTwice(APP_WITH_PROVIDER);
    expect(folder.read('app/providers.tsx')).toContain(
      "const options = {\n  apiKey: 'k',\n  projectId: 'shop',\n  addTracingHeaders: true,\n  sessionCookie: true,\n};",
    );
  });

  test('gives the cookie to an inline one that sends the headers already', async () => {
    const inline = PROVIDERS.replace(`${OPTIONS}\n\n`, '').replace(
      'options={options}',
      "options={{ apiKey: 'k', addTracingHeaders: ['shop.com'] }}",
    );
    const { folder } = await initTwice(withProviders(inline));
    expect(folder.read('app/providers.tsx')).toContain(
      "options={{ apiKey: 'k', addTracingHeaders: ['shop.com'], sessionCookie: true }}",
    );
  });

  test('gives the cookie to the one that an earlier init generated', async () => {
    const folder = committed(APP);
    await cli(folder.root, INIT);
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'Init');
    expect((await cli(folder.root, WITH_PROXY)).code).toBe(0);
    expect(folder.git('status', '--porcelain')).toBe(' M app/signal-provider.tsx\n?? proxy.ts\n');
    const fresh = committed(APP);
    await cli(fresh.root, WITH_PROXY);
    expect(folder.read('app/signal-provider.tsx')).toBe(fresh.read('app/signal-provider.tsx'));
  });

  test('follows them into another file', async () => {
    const { folder, stderr } = await initTwice({
      ...withProviders(PROVIDERS.replace(OPTIONS, "import { options } from '../lib/options';")),
      'lib/options.ts': "export const options = {\n  apiKey: 'k',\n};\n",
    });
    expect(folder.read('lib/options.ts')).toBe(
      "export const options = {\n  apiKey: 'k',\n  addTracingHeaders: true,\n  sessionCookie: true,\n};\n",
    );
    expect(stderr).not.toContain('left alone');
  });

  test('leaves it alone where its options cannot be followed, with one snippet for both', async () => {
    const text = PROVIDERS.replace(OPTIONS, "import { options } from 'our-config';");
    const { folder, stderr } = await initTwice(withProviders(text));
    expect(folder.read('app/providers.tsx')).toBe(text);
    expect(stderr.match(/left alone: app\/providers\.tsx/g)).toHaveLength(1);
    expect(stderr).toContain(
      'Set them at the element: <SignalNextProvider options={{ ...options, addTracingHeaders: true, sessionCookie: true }}>',
    );
  });

  test('changes sessionCookie: false only with --force', async () => {
    const off = PROVIDERS.replace("projectId: 'shop'", 'addTracingHeaders: false, sessionCookie: false');
    const { folder, stderr } = await initTwice(withProviders(off));
    expect(folder.read('app/providers.tsx')).toBe(off);
    expect(stderr).toContain('left alone: app/providers.tsx: sessionCookie is switched off');
    expect(stderr).toContain('npx signal-next init --with-proxy --force');
    expect((await cli(folder.root, [...WITH_PROXY, '--force'])).code).toBe(0);
    expect(folder.read('app/providers.tsx')).toContain(
      "{ apiKey: 'k', addTracingHeaders: true, sessionCookie: true };",
    );
  });

  test('adds the cookie beside headers that --force turns on', async () => {
    const off = PROVIDERS.replace("projectId: 'shop'", 'addTracingHeaders: false');
    const { folder } = await initTwice(withProviders(off), [...WITH_PROXY, '--force']);
    expect(folder.read('app/providers.tsx')).toContain(
      "{ apiKey: 'k', addTracingHeaders: true, sessionCookie: true };",
    );
  });
});

describe("init --with-proxy and the vendor's package", () => {
  const vendor = { next: '^16.0.0', '@signal-js/nextjs': '^1.0.0' };
  const files = (dependencies: Record<string, string>): Files => ({
    ...APP,
    'package.json': { name: 'shop', dependencies },
    'lib/signal.ts':
      "import { createSignalServer } from '@signal-js/nextjs/server';\n\nexport const signal = createSignalServer({});\n",
  });

  test('mounts the proxy from signal-next, which is to be installed too, and sets no cookie', async () => {
    const { folder, stderr } = await initTwice(files(vendor));
    expect(folder.read('proxy.ts')).toContain("from 'signal-next/proxy'");
    expect(folder.read('app/signal-provider.tsx')).not.toContain('sessionCookie');
    expect(stderr).toContain(
      'left alone: app/signal-provider.tsx: sessionCookie is an option of the SignalNextProvider of signal-next/client, and this one comes from @signal-js/nextjs/client',
    );
    expect(stderr).toContain('note: signal-next/proxy is in the package signal-next');
    expect(stderr).toMatch(/Install the package yourself: npm i signal-next@\^\d/);
  });

  test('leaves its own provider without the cookie', async () => {
    const own = PROVIDERS.replace('signal-next/client', '@signal-js/nextjs/client');
    const { folder, stderr } = await initTwice({ ...files(vendor), 'app/providers.tsx': own });
    expect(folder.read('app/providers.tsx')).toBe(
      own.replace("projectId: 'shop'", "projectId: 'shop', addTracingHeaders: true"),
    );
    expect(stderr).toContain('left alone: app/providers.tsx: sessionCookie is an option of');
  });

  test('installs nothing more where signal-next is listed, and both where neither is', async () => {
    const listed = await initTwice(files({ ...vendor, 'signal-next': '^0.1.0' }));
    expect(listed.stderr).not.toMatch(/Install the package|has to be installed/);
    const neither = await cli(committed(files({ next: '^16.0.0' })).root, [
      ...WITH_PROXY,
      '--sdk',
      '@signal-js/nextjs',
    ]);
    expect(neither.stderr).toMatch(/Install the package yourself: npm i @signal-js\/nextjs signal-next@\^\d/);
  });
});

describe('the proxy and the other commands', () => {
  test('nothing is said about it without the flag', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'proxy.ts': MIDDLEWARE });
    const { stderr } = await cli(folder.root, INIT);
    expect(stderr).not.toMatch(/proxy|sessionCookie/);
    expect(folder.read('proxy.ts')).toBe(MIDDLEWARE);
    folder.git('commit', '-qam', 'Init');
    for (const args of [['check'], ['migrate', '--dry-run']]) {
      const { stdout, stderr: talk } = await cli(folder.root, args);
      expect(stdout + talk).not.toMatch(/proxy|sessionCookie/);
    }
  });

  test('undo takes it back', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'middleware.ts': MIDDLEWARE });
    const before = snapshot(folder);
    await cli(folder.root, WITH_PROXY);
    expect(folder.read('middleware.ts')).not.toBe(MIDDLEWARE);
    expect((await cli(folder.root, ['undo'])).code).toBe(0);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a dry run shows it and the JSON report has it', async () => {
    const folder = committed(APP);
    const { stdout } = await cli(folder.root, ['init', '--dry-run', '--with-proxy']);
    expect(stdout).toContain('+++ b/proxy.ts');
    const { stdout: json } = await cli(folder.root, ['init', '--dry-run', '--json', '--with-proxy']);
    const [project] = JSON.parse(json).projects;
    expect(project.changes).toContainEqual({
      path: 'proxy.ts',
      action: 'create',
      summary: 'mount signalProxy',
    });
    expect(project.evidence).toContainEqual(expect.objectContaining({ fact: 'proxy' }));
  });
});
