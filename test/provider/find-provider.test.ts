import { describe, expect, test } from 'vitest';
import {
  findProviders,
  type OptionState,
  type ProviderSite,
} from '../../src/analysis/provider/find-provider.js';
import { applyEdits } from '../../src/source/edit.js';
import { setProviderOptions } from '../../transforms/tracing-headers/set-provider-options.js';
import { memoryHost } from '../support/memory-host.js';

const CLIENT_MODULES = ['signal-next/client', '@signal-js/nextjs/client'];
const IMPORT = `import { SignalNextProvider } from 'signal-next/client';\n`;

function find(files: Record<string, string>): ProviderSite[] {
  return findProviders(Object.keys(files), memoryHost(files), { clientModules: CLIENT_MODULES });
}

/** Each site as `path: verdict`; the literals to insert into are shown by their text. */
function seen(files: Record<string, string>): string[] {
  const sites = find(files);
  const stillMissing = find(fixed(files)).filter(({ option }) => option.kind === 'missing');
  expect(stillMissing).toEqual([]);
  return sites.map(({ path, option }) => `${path}: ${verdict(files, option)}`);
}

/** Writes what is missing; afterwards nothing may be. */
function fixed(files: Record<string, string>): Record<string, string> {
  const targets = find(files).flatMap(({ option }) => (option.kind === 'missing' ? option.insertInto : []));
  const result = { ...files };
  for (const path of new Set(targets.map((target) => target.path))) {
    const file = memoryHost(files).load(path);
    if (file === undefined) throw new Error(`${path} was not to be changed`);
    const own = targets.filter((target) => target.path === path);
    const option = { name: 'addTracingHeaders', value: { kind: 'all' } } as const;
    const outcome = setProviderOptions(file, [{ option, targets: own }]);
    if (outcome.kind === 'edits') result[path] = applyEdits(file.text, outcome.edits);
  }
  return result;
}

function verdict(files: Record<string, string>, option: OptionState): string {
  const textAt = ({ path, start, end }: { path: string; start: number; end: number }): string =>
    `${path} ${files[path]?.slice(start, end).replace(/\s+/g, ' ')}`;
  switch (option.kind) {
    case 'missing':
      return `missing in ${option.insertInto.map(textAt).join(' and ')}`;
    case 'disabled':
    case 'dynamic':
      return `${option.kind} at ${textAt(option)}`;
    case 'unfollowable':
      return `unfollowable at ${textAt(option)}, ${option.why}`;
    case 'enabled':
      return 'enabled';
  }
}

/** A layout whose `options` expression is `options`, with `before` above it. */
function layout(options: string, before = ''): Record<string, string> {
  return {
    'app/layout.tsx': `${IMPORT}${before}
export default async function Layout({ children }) {
  return <SignalNextProvider options={${options}}>{children}</SignalNextProvider>;
}
`,
  };
}

describe('the element', () => {
  test.each<[string, Record<string, string>]>([
    ['a named import', { 'a.tsx': `${IMPORT}<SignalNextProvider options={{ apiKey: 'k' }} />` }],
    [
      'a renamed import',
      {
        'a.tsx': `import { SignalNextProvider as Analytics } from '@signal-js/nextjs/client';\n<Analytics options={{ apiKey: 'k' }} />`,
      },
    ],
    [
      'a namespace import',
      {
        'a.tsx': `import * as Signal from 'signal-next/client';\n<Signal.SignalNextProvider options={{ apiKey: 'k' }} />`,
      },
    ],
    [
      'a constant that stands for it',
      { 'a.tsx': `${IMPORT}const P = SignalNextProvider;\n<P options={{ apiKey: 'k' }} />` },
    ],
    [
      'an object of components',
      {
        'a.tsx': `${IMPORT}const Ui = { Provider: SignalNextProvider };\n<Ui.Provider options={{ apiKey: 'k' }} />`,
      },
    ],
    [
      'a destructured require',
      {
        'a.jsx': `const { SignalNextProvider: P } = require('signal-next/client');\n<P options={{ apiKey: 'k' }} />`,
      },
    ],
    [
      'next/dynamic',
      {
        'a.tsx': `import dynamic from 'next/dynamic';
const P = dynamic(() => import('signal-next/client').then((m) => m.SignalNextProvider), { ssr: false });
<P options={{ apiKey: 'k' }} />`,
      },
    ],
    [
      'React.lazy with a default made in then',
      {
        'a.tsx': `import { lazy } from 'react';
const P = lazy(() => import('signal-next/client').then(({ SignalNextProvider }) => ({ default: SignalNextProvider })));
<P options={{ apiKey: 'k' }} />`,
      },
    ],
    [
      'React.createElement',
      {
        'a.js': `import React from 'react';\n${IMPORT}React.createElement(SignalNextProvider, { options: { apiKey: 'k' } }, null);`,
      },
    ],
    [
      'createElement under another name',
      {
        'a.js': `import * as R from 'react';\n${IMPORT}R.createElement(SignalNextProvider, { options: { apiKey: 'k' } });`,
      },
    ],
    [
      'a barrel that renames it',
      {
        'a.tsx': `import { Analytics } from './lib';\n<Analytics options={{ apiKey: 'k' }} />`,
        'lib/index.ts': `export * from './signal';`,
        'lib/signal.ts': `export { SignalNextProvider as Analytics } from 'signal-next/client';`,
      },
    ],
    [
      'a barrel with export star from the package',
      {
        'a.tsx': `import * as lib from '@/lib/signal';\n<lib.SignalNextProvider options={{ apiKey: 'k' }} />`,
        'lib/signal.ts': `export * from 'some-package';\nexport * from 'signal-next/client';`,
      },
    ],
    [
      'a barrel with a default export',
      {
        'a.tsx': `import Provider from './signal';\n<Provider options={{ apiKey: 'k' }} />`,
        'signal.ts': `import { SignalNextProvider } from 'signal-next/client';\nexport default SignalNextProvider;`,
      },
    ],
  ])('is found through %s', (_, files) => {
    const [first] = Object.keys(files);
    expect(seen(files)).toEqual([`${first}: missing in ${first} { apiKey: 'k' }`]);
  });

  test('is found when a path alias hides the barrel from the text of the importer', () => {
    const files = {
      'a.tsx': `import P from '#analytics';\n<P options={{ apiKey: 'k' }} />`,
      'lib/signal.ts': `export { SignalNextProvider as default } from 'signal-next/client';`,
    };
    const host = memoryHost(files);
    const aliased = {
      ...host,
      resolve: (specifier: string, from: string) =>
        specifier === '#analytics' ? 'lib/signal.ts' : host.resolve(specifier, from),
    };
    expect(findProviders(Object.keys(files), aliased, { clientModules: CLIENT_MODULES })).toHaveLength(1);
  });

  test.each<[string, Record<string, string>]>([
    [
      'another package',
      { 'a.tsx': `import { SignalNextProvider } from 'other';\n<SignalNextProvider options={{}} />` },
    ],
    [
      'a component of its own',
      { 'a.tsx': `function SignalNextProvider() { return null }\n<SignalNextProvider options={{}} />` },
    ],
    [
      'a shadowing parameter',
      { 'a.tsx': `${IMPORT}export const f = (SignalNextProvider) => <SignalNextProvider options={{}} />;` },
    ],
    [
      'a type import',
      {
        'a.tsx': `import type { SignalNextProvider } from 'signal-next/client';\nlet x: typeof SignalNextProvider;`,
      },
    ],
    [
      'createElement of something else',
      { 'a.ts': `${IMPORT}document.createElement(SignalNextProvider, { options: {} });` },
    ],
    ['a file that does not parse', { 'a.tsx': `${IMPORT}<SignalNextProvider options={{` }],
    [
      'exports that go in circles',
      { 'a.ts': `export * from './b';`, 'b.ts': `export * from './a'; // SignalNextProvider` },
    ],
  ])('is not taken from %s', (_, files) => {
    expect(find(files)).toEqual([]);
  });

  test('is spanned by its name', () => {
    const files = layout(`{ apiKey: 'k' }`);
    const [site] = find(files);
    expect(files['app/layout.tsx']?.slice(site?.start, site?.end)).toBe('SignalNextProvider');
    expect(site?.optionsText).toBe(`{ apiKey: 'k' }`);
  });

  test('is given once for every place that renders it', () => {
    expect(
      seen({
        'app/(a)/layout.tsx': `${IMPORT}<SignalNextProvider options={{ apiKey: 'a' }} />`,
        'app/(b)/layout.tsx': `${IMPORT}<SignalNextProvider options={{ apiKey: 'b', addTracingHeaders: true }} />`,
      }),
    ).toEqual([
      `app/(a)/layout.tsx: missing in app/(a)/layout.tsx { apiKey: 'a' }`,
      'app/(b)/layout.tsx: enabled',
    ]);
  });
});

test('another option is asked for by its name, and the package of each provider is named', () => {
  const files = {
    'a.tsx': `${IMPORT}const a = { sessionCookie: true, addTracingHeaders: false };
const b = { addTracingHeaders: true };
const c = {};
c.sessionCookie = false;
<SignalNextProvider options={a} />;
<SignalNextProvider options={{ ...b, ...theirs() }} />;
<SignalNextProvider options={c} />;`,
    'b.tsx': `import { SignalNextProvider } from '@signal-js/nextjs/client';\n<SignalNextProvider options={{}} />`,
  };
  const sites = findProviders(Object.keys(files), memoryHost(files), {
    clientModules: CLIENT_MODULES,
    option: 'sessionCookie',
  });
  expect(sites.map(({ module, option }) => `${module}: ${verdict(files, option)}`)).toEqual([
    'signal-next/client: enabled',
    'signal-next/client: missing in a.tsx { ...b, ...theirs() }',
    'signal-next/client: disabled at a.tsx false',
    '@signal-js/nextjs/client: missing in b.tsx {}',
  ]);
});

describe('options of the same file', () => {
  const OBJECT = `{ apiKey: 'k' }`;
  test.each([
    ['inline', OBJECT, ''],
    ['a constant', 'options', `const options = ${OBJECT};`],
    ['as const', 'options', `const options = ${OBJECT} as const;`],
    ['satisfies', 'options', `const options = ${OBJECT} satisfies Options;`],
    ['a type annotation', 'options', `const options: Options = ${OBJECT};`],
    ['Object.freeze', 'options', `const options = Object.freeze(${OBJECT});`],
    ['a member of an object', 'config.signal', `const config = { other: {}, signal: ${OBJECT} };`],
    ['a nested member', `config.a['b']`, `const config = { a: { b: ${OBJECT} } };`],
    ['a destructured member', 'signal', `const { signal } = { signal: ${OBJECT} };`],
    ['a static field', 'Config.options', `class Config { static options = ${OBJECT}; }`],
    ['a function declaration', 'make()', `function make() { return ${OBJECT}; }`],
    ['an arrow', 'make()', `const make = () => (${OBJECT});`],
    ['an awaited function', 'await make()', `async function make() { return ${OBJECT}; }`],
    ['a method of an object', 'config.make()', `const config = { make() { return ${OBJECT}; } };`],
    [
      'a function that builds it in a variable',
      'make()',
      `function make() { const o = ${OBJECT}; return o; }`,
    ],
    ['a function that gives back its argument', `make(${OBJECT})`, `function make(given) { return given; }`],
    ['useMemo', `useMemo(() => (${OBJECT}), [])`, `import { useMemo } from 'react';`],
    [
      'React.useMemo with a block',
      `React.useMemo(() => { return ${OBJECT} }, [])`,
      `import * as React from 'react';`,
    ],
    ['useMemo of the default import', `React.useMemo(() => (${OBJECT}), [])`, `import React from 'react';`],
    [
      'useState',
      'options',
      `import { useState } from 'react';\nconst [options] = useState(() => (${OBJECT}));`,
    ],
    ['a let that is assigned once', 'options', `let options;\noptions = ${OBJECT};`],
    ['a logical and', `ready && ${OBJECT}`, `const ready = true;`],
    ['a non-null assertion', 'options!', `const options = ${OBJECT};`],
  ])('%s', (_, options, before) => {
    expect(seen(layout(options, before))).toEqual([`app/layout.tsx: missing in app/layout.tsx ${OBJECT}`]);
  });

  test.each(['useMemo', 'memo', 'lazy'])(
    'a call of %s that is still without its argument is not followed',
    (name) => {
      expect(seen(layout(`${name}()`, `import { ${name} } from 'react';`))).toEqual([
        `app/layout.tsx: unfollowable at app/layout.tsx ${name}(), \`${name}()\` is not an object literal`,
      ]);
    },
  );

  test('a conditional names both literals', () => {
    expect(seen(layout(`dev ? { apiKey: 'd' } : { apiKey: 'p' }`))).toEqual([
      `app/layout.tsx: missing in app/layout.tsx { apiKey: 'd' } and app/layout.tsx { apiKey: 'p' }`,
    ]);
  });

  test('a function with several returns names each literal', () => {
    const make = `function make() {
  if (dev) return { apiKey: 'd' };
  const inner = () => { return { apiKey: 'no' } };
  switch (region) { case 'eu': return { apiKey: 'eu', addTracingHeaders: true }; default: return { apiKey: 'us' }; }
}`;
    expect(seen(layout('make()', make))).toEqual([
      `app/layout.tsx: missing in app/layout.tsx { apiKey: 'd' } and app/layout.tsx { apiKey: 'us' }`,
    ]);
  });

  test('possible values that need different care are given one by one', () => {
    const sites = seen(layout(`a ? { apiKey: 'k' } : b ? { addTracingHeaders: false } : window.options`));
    expect(sites).toEqual([
      `app/layout.tsx: missing in app/layout.tsx { apiKey: 'k' }`,
      'app/layout.tsx: disabled at app/layout.tsx false',
      'app/layout.tsx: unfollowable at app/layout.tsx window, `window` is not declared in app/layout.tsx',
    ]);
  });
});

describe('options of another file', () => {
  const OPTIONS = `export const options = { apiKey: 'k' };`;
  test.each<[string, string, string, Record<string, string>]>([
    ['a named import', `import { options } from './options';`, 'options', { 'app/options.ts': OPTIONS }],
    ['a renamed import', `import { options as o } from './options';`, 'o', { 'app/options.ts': OPTIONS }],
    ['a namespace member', `import * as all from './options';`, 'all.options', { 'app/options.ts': OPTIONS }],
    [
      'a default export',
      `import o from './options';`,
      'o',
      { 'app/options.ts': `export default { apiKey: 'k' };` },
    ],
    [
      'a default export by name',
      `import o from './options';`,
      'o',
      { 'app/options.ts': `const o = { apiKey: 'k' };\nexport default o;` },
    ],
    [
      'an alias and a barrel',
      `import { config } from '@/lib';`,
      'config.signal',
      {
        'lib/index.ts': `export * as config from './config';`,
        'lib/config.ts': `export { options as signal } from './options';`,
        'lib/options.js': OPTIONS,
      },
    ],
    [
      'export star',
      `import { options } from '@/lib';`,
      'options',
      {
        'lib/index.ts': `export * from './other';\nexport * from './options';`,
        'lib/other.ts': `export const x = 1;`,
        'lib/options.ts': OPTIONS,
      },
    ],
    [
      'a function',
      `import { make } from './options';`,
      'make()',
      { 'app/options.ts': `export const make = () => ({ apiKey: 'k' });` },
    ],
    [
      'a function of the environment',
      `import { make } from './options';`,
      'make(process.env.NODE_ENV)',
      {
        'app/options.ts': `export function make(env) { const base = { apiKey: 'k' }; return base; }`,
      },
    ],
    [
      'module.exports',
      `import { options } from './options';`,
      'options',
      { 'app/options.js': `module.exports = { options: { apiKey: 'k' } };` },
    ],
  ])('%s', (_, before, options, files) => {
    const [target] = Object.keys(files).reverse();
    expect(seen({ ...layout(options, before), ...files })).toEqual([
      `app/layout.tsx: missing in ${target} { apiKey: 'k' }`,
    ]);
  });
});

describe('the last writer decides', () => {
  test.each([
    ['true', `{ addTracingHeaders: true }`, 'enabled'],
    ['a quoted key', `{ 'addTracingHeaders': true }`, 'enabled'],
    ['a list', `{ addTracingHeaders: ['a.com'] }`, 'enabled'],
    ['a constant list', `{ addTracingHeaders: HOSTS }`, 'enabled'],
    ['a shorthand of true', `{ addTracingHeaders }`, 'enabled'],
    ['a base that sets it', `{ ...on, debug: true }`, 'enabled'],
    ['a setting after a base that disables it', `{ ...off, addTracingHeaders: true }`, 'enabled'],
    ['a base without it after the setting', `{ addTracingHeaders: true, ...base }`, 'enabled'],
    [
      'a base that nobody can follow after the setting',
      `{ addTracingHeaders: true, ...window.x }`,
      'enabled',
    ],
    ['a default before a base that nobody can follow', `{ ...on, ...window.x }`, 'enabled'],
    ['false', `{ addTracingHeaders: false }`, 'disabled at app/layout.tsx false'],
    ['undefined', `{ addTracingHeaders: undefined }`, 'disabled at app/layout.tsx undefined'],
    ['not one', `{ addTracingHeaders: !1 }`, 'disabled at app/layout.tsx !1'],
    ['zero', `{ addTracingHeaders: 0 }`, 'disabled at app/layout.tsx 0'],
    ['a list of nothing', `{ addTracingHeaders: [] }`, 'disabled at app/layout.tsx []'],
    ['a text', `{ addTracingHeaders: 'api.shop.com' }`, "disabled at app/layout.tsx 'api.shop.com'"],
    ['a constant false', `{ addTracingHeaders: OFF }`, 'disabled at app/layout.tsx OFF'],
    [
      'a base that disables it after the setting',
      `{ addTracingHeaders: true, ...off }`,
      'disabled at app/layout.tsx false',
    ],
    [
      'an expression',
      `{ addTracingHeaders: process.env.X === '1' }`,
      `dynamic at app/layout.tsx process.env.X === '1'`,
    ],
    ['a choice', `{ addTracingHeaders: dev ? false : true }`, `dynamic at app/layout.tsx dev ? false : true`],
    [
      'a conditional spread',
      `{ ...(dev && { addTracingHeaders: true }) }`,
      'dynamic at app/layout.tsx dev && { addTracingHeaders: true }',
    ],
    ['nothing in a base', `{ ...base, debug: true }`, 'missing in app/layout.tsx { ...base, debug: true }'],
    [
      'nothing in a conditional spread',
      `{ ...(dev ? { debug: true } : {}) }`,
      'missing in app/layout.tsx { ...(dev ? { debug: true } : {}) }',
    ],
    ['an empty object', `{}`, 'missing in app/layout.tsx {}'],
    ['Object.assign', `Object.assign({}, on, { debug: true })`, 'enabled'],
    [
      'Object.assign without it',
      `Object.assign({}, base, { debug: true })`,
      'missing in app/layout.tsx { debug: true }',
    ],
  ])('%s', (_, options, verdict) => {
    const before = `
const base = { apiKey: 'k' };
const on = { ...base, addTracingHeaders: true };
const off = { ...base, addTracingHeaders: false };
const HOSTS = ['a.com'] as const;
const OFF = false;
const addTracingHeaders = true;`;
    expect(seen(layout(options, before))).toEqual([`app/layout.tsx: ${verdict}`]);
  });

  test('a spread that cannot be followed keeps the last word', () => {
    const files = layout(`{ apiKey: 'k', ...window.x, debug: true }`);
    const [site] = find(files);
    expect(site?.option).toMatchObject({ kind: 'missing', insertInto: [{ path: 'app/layout.tsx' }] });
    const before = site?.option.kind === 'missing' ? site.option.insertInto[0]?.before : undefined;
    expect(files['app/layout.tsx']?.slice(before, (before ?? 0) + 11)).toBe('...window.x');
  });

  test.each([
    ['an assignment', `options.addTracingHeaders = true;`, 'enabled'],
    ['an assignment under a condition', `if (dev) options['addTracingHeaders'] = ['a.com'];`, 'enabled'],
    ['an assignment of false', `options.addTracingHeaders = false;`, 'disabled at app/layout.tsx false'],
    ['Object.assign', `Object.assign(options, { addTracingHeaders: true });`, 'enabled'],
    ['an assignment of something else', `options.debug = true;`, `missing in app/layout.tsx { apiKey: 'k' }`],
    [
      'an assignment of two',
      `options.addTracingHeaders = false; options.addTracingHeaders = true;`,
      'enabled',
    ],
    ['a look at it', `f(options.addTracingHeaders);`, `missing in app/layout.tsx { apiKey: 'k' }`],
    ['a look that is kept', `x = options.addTracingHeaders;`, `missing in app/layout.tsx { apiKey: 'k' }`],
    ['a key of it', `on[options] = true;`, `missing in app/layout.tsx { apiKey: 'k' }`],
    [
      'a key that is computed',
      `options[addTracingHeaders] = true;`,
      `missing in app/layout.tsx { apiKey: 'k' }`,
    ],
    ['Object.assign to another', `Object.assign(x, options);`, `missing in app/layout.tsx { apiKey: 'k' }`],
    [
      'Object.assign of something else',
      `Object.assign(options, { debug: true });`,
      `missing in app/layout.tsx { apiKey: 'k' }`,
    ],
    ['another assign', `other.assign(options, on);`, `missing in app/layout.tsx { apiKey: 'k' }`],
  ])('%s after the declaration', (_, after, verdict) => {
    expect(seen(layout('options', `const options = { apiKey: 'k' };\n${after}`))).toEqual([
      `app/layout.tsx: ${verdict}`,
    ]);
  });

  test('an assignment in the file that declares imported options', () => {
    expect(
      seen({
        ...layout('options', `import { options } from './options';`),
        'app/options.ts': `export const options = { apiKey: 'k' };\noptions.addTracingHeaders = true;`,
      }),
    ).toEqual(['app/layout.tsx: enabled']);
  });
});

describe('a wrapper component', () => {
  const use = (element: string): string =>
    `import { Providers } from './providers';\nexport default function Layout() { return ${element}; }`;
  const wrapper = (signature: string, element: string): string =>
    `'use client';\n${IMPORT}export function Providers(${signature}) { return ${element}; }`;

  test.each([
    ['a destructured prop', '{ options, children }', '<SignalNextProvider options={options} />'],
    ['a renamed prop', '{ options: o }', '<SignalNextProvider options={o} />'],
    ['a member of props', 'props', '<SignalNextProvider options={props.options} />'],
    ['spread props', 'props', '<SignalNextProvider {...props} />'],
    ['rest props', '{ children, ...rest }', '<SignalNextProvider {...rest} />'],
    ['a spread of the prop', '{ options }', '<SignalNextProvider options={options ?? {}} />'],
  ])('passes options on through %s', (_, signature, element) => {
    const sites = seen({
      'app/providers.tsx': wrapper(signature, element),
      'app/layout.tsx': use(`<Providers options={{ apiKey: 'k' }} />`),
    });
    expect(sites[0]).toMatch(/^app\/providers\.tsx: missing in app\/layout\.tsx \{ apiKey: 'k' \}/);
  });

  test('that adds to what it is given takes the option itself', () => {
    expect(
      seen({
        'app/providers.tsx': wrapper(
          '{ options }',
          `<SignalNextProvider options={{ ...options, debug: true }} />`,
        ),
        'app/layout.tsx': use(`<Providers options={{ apiKey: 'k' }} />`),
      }),
    ).toEqual(['app/providers.tsx: missing in app/providers.tsx { ...options, debug: true }']);
  });

  test('is followed through memo, a barrel, another wrapper and an imported constant', () => {
    expect(
      seen({
        'components/providers.tsx': `import { memo } from 'react';\n${IMPORT}const Providers = memo(({ options }) => <SignalNextProvider options={options} />);\nexport default Providers;`,
        'components/index.ts': `export { default as AppProviders } from './providers';`,
        'components/shell.tsx': `import { AppProviders } from '.';\nexport const Shell = ({ signal, children }) => <AppProviders options={signal}>{children}</AppProviders>;`,
        'app/layout.tsx': `import { Shell } from '@/components/shell';\nimport { signalOptions } from '@/lib/options';\n((root) => { root.started = Date.now(); })(globalThis);\nexport default () => <Shell signal={signalOptions} />;`,
        'lib/options.ts': `export const signalOptions = { apiKey: 'k' } as const;`,
      }),
    ).toEqual([`components/providers.tsx: missing in lib/options.ts { apiKey: 'k' }`]);
  });

  test('is followed through exports with comments in them', () => {
    expect(
      seen({
        'app/providers.tsx': wrapper('{ options }', '<SignalNextProvider options={options} />'),
        'app/wrap.ts': `import { Providers } from './providers';\nexport /* a */ default /* it's */ Providers;`,
        'app/index.ts': `export /* b */ { /* } */ default as Providers } /* c */ from './wrap';`,
        'app/layout.tsx': `import { Providers } from './index';\n<Providers options={{ apiKey: 'k' }} />`,
      }),
    ).toEqual([`app/providers.tsx: missing in app/layout.tsx { apiKey: 'k' }`]);
  });

  test('with a default is read at its uses and at its default', () => {
    expect(
      seen({
        'app/providers.tsx': wrapper(
          `{ options = { apiKey: 'd' } }`,
          '<SignalNextProvider options={options} />',
        ),
        'app/layout.tsx': use(`<Providers />`),
        'app/other/page.tsx': `import { Providers } from '../providers';\n<Providers options={{ apiKey: 'o' }} />`,
      }),
    ).toEqual([
      `app/providers.tsx: missing in app/other/page.tsx { apiKey: 'o' } and app/providers.tsx { apiKey: 'd' }`,
    ]);
  });

  test('that nobody uses cannot be followed', () => {
    expect(
      seen({ 'app/providers.tsx': wrapper('{ options }', '<SignalNextProvider options={options} />') }),
    ).toEqual([
      'app/providers.tsx: unfollowable at app/providers.tsx options, no use of `Providers` was found that passes options',
    ]);
  });

  test('that is used without options cannot be followed', () => {
    expect(
      seen({
        'app/providers.tsx': wrapper('{ options }', '<SignalNextProvider options={options} />'),
        'app/layout.tsx': use('<Providers />'),
      }),
    ).toEqual([
      'app/providers.tsx: unfollowable at app/providers.tsx SignalNextProvider, it is given no options',
    ]);
  });
});

describe('options that cannot be followed', () => {
  test('in code that goes in wide circles end soon', () => {
    const circle = ['a', 'b', 'c', 'd'].map(
      (name) =>
        `function ${name}(x, y) { return x ? a(b(y), c(x)) : y ? b(c(x), d(y)) : c(a(x, y), d(x, y)) || d(y); }`,
    );
    const started = performance.now();
    const [site] = find(layout('a(b(1), c(2))', circle.join('\n')));
    expect(site?.option.kind).toBe('unfollowable');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('because there are too many of them are said to be', () => {
    const returns = Array.from({ length: 40 }, (_, n) => `if (n === ${n}) return { apiKey: '${n}' };`).join(
      '\n',
    );
    const [site] = find(layout('make()', `function make(n) { ${returns} }`));
    expect(site?.option).toMatchObject({ kind: 'unfollowable', why: 'it has too many possible values' });
  });

  test.each([
    ['none at all', ``, 'it is given no options'],
    ['a package', `options={fromPackage}`, 'it comes from the package some-package'],
    ['a call of a package', `options={makeFromPackage()}`, 'is not an object literal'],
    ['JSON', `options={JSON.parse(text)}`, '`JSON.parse(text)` is not an object literal'],
    ['a global', `options={window.options}`, '`window` is not declared in a.tsx'],
    ['a function that calls itself', `options={again()}`, 'too many steps'],
    ['a computed member', `options={all[key]}`, 'computed'],
    ['a variable that goes through a loop', `options={looped}`, 'has no value where it is declared'],
  ])('%s', (_, attribute, why) => {
    const text = `import { SignalNextProvider } from 'signal-next/client';
import { fromPackage, makeFromPackage } from 'some-package';
function again() { return again(); }
const all = {};
for (const looped of list) <SignalNextProvider ${attribute} />;
`;
    const [site] = find({ 'a.tsx': text });
    expect(site?.option).toMatchObject({
      kind: 'unfollowable',
      path: 'a.tsx',
      why: expect.stringContaining(why),
    });
  });
});
