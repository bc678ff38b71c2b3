import jscodeshift from 'jscodeshift';
import { describe, expect, test } from 'vitest';
import type { RouteLayout } from '../../src/analysis/route-files.js';
import { parseSource } from '../../src/source/parse.js';
import { createPagesApp } from '../../transforms/mount-provider/create-pages-app.js';
import transform from '../../transforms/mount-provider/index.js';
import { mountInLayout } from '../../transforms/mount-provider/mount-in-layout.js';
import { mountInPagesApp } from '../../transforms/mount-provider/mount-in-pages-app.js';
import { findRootLayouts } from '../../transforms/mount-provider/root-layouts.js';
import { fixturesOf, testFixtures } from '../support/fixtures.js';
import { COMPONENT, mounted } from '../support/rewrites/mount-provider.js';

testFixtures('mount-provider', mounted);

describe('as a jscodeshift transform', () => {
  const j = jscodeshift.withParser('tsx');
  const api = { j, jscodeshift: j, stats: () => {}, report: () => {} };
  test.each(fixturesOf('mount-provider').map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    (_, fixture) => {
      expect(transform({ path: fixture.path, source: fixture.input }, api)).toBe(fixture.output);
    },
  );

  test('other files are left alone', () => {
    const source = 'export default function Page({ children }) { return <p>{children}</p>; }';
    expect(transform({ path: 'app/page.tsx', source }, api)).toBeUndefined();
  });
});

test('a refusal has the import and the element to paste', () => {
  const parsed = parseSource('app/layout.tsx', 'export default function Layout() { return <p />; }');
  if (parsed.kind === 'unparsable') throw new SyntaxError(parsed.problem.message);
  expect(mountInLayout(parsed.file, COMPONENT)).toMatchObject({
    kind: 'refused',
    instead: `import { SignalProvider } from '@/components/signal-provider';\n\n<SignalProvider>{children}</SignalProvider>`,
  });
});

describe('a new _app', () => {
  test.each(['ts', 'js'] as const)('in %s parses and counts as mounted', (language) => {
    const text = createPagesApp({ language, importFrom: COMPONENT.importFrom });
    const parsed = parseSource(language === 'ts' ? 'pages/_app.tsx' : 'pages/_app.js', text);
    if (parsed.kind === 'unparsable') throw new SyntaxError(parsed.problem.message);
    expect(text.includes('AppProps')).toBe(language === 'ts');
    expect(mountInPagesApp(parsed.file, COMPONENT)).toEqual({ kind: 'unchanged' });
  });
});

describe('root layouts', () => {
  const layout: RouteLayout = {
    routers: { app: 'src/app', pages: undefined },
    pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
  };
  test.each<[string, string[], string[]]>([
    ['the one of the app folder', ['src/app/layout.tsx', 'src/app/shop/layout.tsx'], ['src/app/layout.tsx']],
    [
      'one for each route group',
      ['src/app/(a)/layout.tsx', 'src/app/(a)/x/layout.tsx', 'src/app/(b)/layout.jsx'],
      ['src/app/(a)/layout.tsx', 'src/app/(b)/layout.jsx'],
    ],
    ['the one below a dynamic segment', ['src/app/[locale]/layout.js'], ['src/app/[locale]/layout.js']],
    [
      'none in slots, private folders or other names',
      [
        'src/app/@m/layout.tsx',
        'src/app/_x/layout.tsx',
        'src/app/layout.css',
        'app/layout.tsx',
        'src/app/my-layout.tsx',
      ],
      [],
    ],
  ])('%s', (_, paths, roots) => {
    expect(findRootLayouts(paths, layout)).toEqual(roots);
  });

  test('there are none without an app folder', () => {
    const routers = { app: undefined, pages: 'pages' };
    expect(findRootLayouts(['app/layout.tsx'], { ...layout, routers })).toEqual([]);
  });
});
