import { describe, expect, test } from 'vitest';
import type { FileContent } from '../support/project-folder.js';
import {
  APP_WITH_PROVIDER,
  committed,
  LAYOUT,
  LAYOUT_WITH_PROVIDERS,
  PAGES_APP,
  PROVIDERS,
} from './support/apps.js';
import { cli } from './support/run-cli.js';

type Files = Readonly<Record<string, FileContent>>;

const SENDING = PROVIDERS.replace("projectId: 'shop'", "projectId: 'shop', addTracingHeaders: true");
const { 'app/api/order/route.ts': _, ...WITHOUT_CALLS } = APP_WITH_PROVIDER;
const READY: Files = { ...WITHOUT_CALLS, 'app/providers.tsx': SENDING };

async function missingIn(files: Files): Promise<string[]> {
  const { stdout } = await cli(committed(files).root, ['check', '--json']);
  const [{ findings }] = JSON.parse(stdout).projects;
  return (findings as { rule: string; severity: string; path: string; message: string }[])
    .filter(({ rule }) => rule === 'provider-missing')
    .map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

const IDLE = [
  'error app/layout.tsx: No page, layout or _app renders the SignalNextProvider of app/providers.tsx, so the browser sends no session headers.',
];

describe('a provider that no page has is missing', () => {
  test.each<[string, Files]>([
    ['nothing imports it', { 'app/layout.tsx': LAYOUT }],
    [
      'it is imported and not rendered',
      { 'app/layout.tsx': `import { Providers } from './providers';\n${LAYOUT}` },
    ],
    [
      'only a component that is not rendered itself renders it',
      {
        'app/layout.tsx': LAYOUT,
        'app/shell.tsx':
          "import { Providers } from './providers';\nexport const Shell = ({ children }) => <Providers>{children}</Providers>;\n",
      },
    ],
    [
      'only a test renders it',
      {
        'app/layout.tsx': LAYOUT,
        'app/page.test.tsx': "import { Providers } from './providers';\nrender(<Providers />);\n",
      },
    ],
    [
      'others import something else of its file',
      {
        'app/layout.tsx': `import { theme } from './providers';\n${LAYOUT.replace('"en"', '{theme}')}`,
        'app/providers.tsx': `${SENDING}\nexport const theme = 'dark';\n`,
      },
    ],
  ])('%s', async (_, files) => {
    expect(await missingIn({ ...READY, ...files })).toEqual(IDLE);
  });
});

describe('a provider is rendered', () => {
  test.each<[string, Files]>([
    ['in the layout', {}],
    ['in the layout itself', { 'app/layout.tsx': inLayout() }],
    [
      'through a barrel and another component',
      {
        'app/layout.tsx': LAYOUT_WITH_PROVIDERS.replaceAll('Providers', 'Shell').replace(
          './providers',
          '@/components',
        ),
        'components/index.ts':
          "export * from './shell';\nexport { Providers as Inner } from '@/app/providers';\n",
        'components/shell.tsx':
          "import { Inner } from '.';\nconst Both = ({ children }) => <Inner>{children}</Inner>;\nexport const Shell = memo(Both);\n",
      },
    ],
    [
      'as a default export that is loaded later',
      {
        'app/providers.tsx': `${SENDING}\nProviders.displayName = 'Providers';\nexport default Providers;\n`,
        'app/layout.tsx': LAYOUT_WITH_PROVIDERS.replace(
          "import { Providers } from './providers';",
          "import dynamic from 'next/dynamic';\nconst Providers = dynamic(() => import('./providers'));",
        ),
      },
    ],
    [
      'among others in a list',
      {
        'app/layout.tsx': LAYOUT.replace('{children}', '{all.reduce(nest, children)}').replace(
          "'react';\n",
          "'react';\nimport { Providers } from './providers';\nconst all = [Providers];\n",
        ),
      },
    ],
    [
      'in a page alone',
      {
        'app/layout.tsx': LAYOUT,
        'app/shop/page.tsx':
          "import { Providers } from '../providers';\nexport default () => <Providers>{null}</Providers>;\n",
      },
    ],
  ])('%s', async (_, files) => {
    expect(await missingIn({ ...READY, ...files })).toEqual([]);
  });
});

function inLayout(): string {
  return LAYOUT.replace('{children}', '<SignalNextProvider options={{ addTracingHeaders: true }} />').replace(
    "'react';\n",
    "'react';\nimport { SignalNextProvider } from 'signal-next/client';\n",
  );
}

test('pages without the provider that others have are named, and fail nothing', async () => {
  const page = 'export default function Page() {\n  return null;\n}\n';
  const { 'app/layout.tsx': _layout, ...rest } = READY;
  const mounted = LAYOUT_WITH_PROVIDERS.replace('./providers', '../providers');
  const files: Files = {
    ...rest,
    'app/(shop)/layout.tsx': mounted,
    'app/(blog)/layout.tsx': LAYOUT,
    'app/(blog)/page.tsx': page,
    'pages/_app.tsx': PAGES_APP.replaceAll('Providers', 'Theme'),
    'pages/old.tsx': page,
  };
  const says = 'No page below this file has a SignalNextProvider, so these pages send no session headers.';
  expect(await missingIn(files)).toEqual([
    `warning app/(blog)/layout.tsx: ${says}`,
    `warning pages/_app.tsx: ${says}`,
  ]);
  const all = { ...files, 'pages/_app.tsx': PAGES_APP, 'app/(blog)/layout.tsx': mounted };
  expect(await missingIn(all)).toEqual([]);
  const folder = committed(files);
  const { stderr } = await cli(folder.root, ['init', '--yes', '--skip-install']);
  expect(stderr).toContain('note: No page below app/(blog)/layout.tsx has a SignalNextProvider: render');
});

test('init mounts the component of the app that nothing renders, with the option that it lacks', async () => {
  const folder = committed({ ...WITHOUT_CALLS, 'app/layout.tsx': LAYOUT });
  const { stdout, stderr } = await cli(folder.root, ['init', '--yes', '--skip-install']);
  expect(stdout + stderr).toMatch(/provider +app\/providers\.tsx:9 +\(no page, layout or _app renders it\)/);
  expect(folder.read('app/layout.tsx')).toContain('<Providers>{children}</Providers>');
  expect(folder.read('app/providers.tsx')).toContain('addTracingHeaders: true');
  expect(folder.exists('app/signal-provider.tsx')).toBe(false);
  expect((await cli(folder.root, ['check'])).code).toBe(0);
});

test('what cannot be mounted by its name is left to the person', async () => {
  const folder = committed({
    ...READY,
    'app/layout.tsx': LAYOUT,
    'app/providers.tsx': SENDING.replace('export function', 'export default function'),
  });
  const { stderr } = await cli(folder.root, ['init', '--yes', '--skip-install']);
  expect(stderr).toContain(
    'left alone: app/providers.tsx: It renders SignalNextProvider, but no page, layout or `_app` renders what it exports.',
  );
  expect(folder.read('app/layout.tsx')).toBe(LAYOUT);
});

test.each<[string, string, Files]>([
  ['a root layout', 'app/layout.tsx', {}],
  [
    'a root layout beside a provider that nothing renders',
    'app/layout.tsx',
    { 'app/providers.tsx': SENDING },
  ],
  ['_app', 'pages/_app.tsx', { 'app/layout.tsx': LAYOUT, 'pages/old.tsx': 'export default () => null;\n' }],
])('%s that cannot be parsed is said, and nothing is mounted anywhere', async (_, path, files) => {
  const { 'app/providers.tsx': _providers, ...without } = WITHOUT_CALLS;
  const folder = committed({ ...without, ...files, [path]: 'export default () => <html></body>;\n' });
  const { code, stderr } = await cli(folder.root, ['init', '--yes', '--skip-install']);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    new RegExp(`error: ${path}:1:\\d+ could not be parsed: .+ or leave the file out with "exclude" in`),
  );
  expect(stderr).toContain(`left alone: ${path}: It could not be read, so no provider was mounted in it.`);
  expect(stderr).not.toContain('is set up');
  expect(folder.exists('app/signal-provider.tsx')).toBe(false);
  const { code: checked, stdout } = await cli(folder.root, ['check']);
  expect(checked).toBe(2);
  expect(stdout).toContain('= help: It could not be read, so no provider was mounted in it.');
});

test('an app without a place for a provider is told what to do', async () => {
  const { 'app/layout.tsx': _layout, 'app/providers.tsx': _providers, ...api } = APP_WITH_PROVIDER;
  const folder = committed(api);
  const { stderr } = await cli(folder.root, ['init', '--yes', '--skip-install']);
  expect(stderr).toContain('left alone: app: There is no root layout and no `_app`');
  const { stdout } = await cli(folder.root, ['check']);
  expect(stdout).toMatch(
    /warning\[provider-missing\][\s\S]+= help: There is no root layout .+ turn the rule off/,
  );
});
