import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formattingOf } from '../../src/project/formatting/formatting-of.js';
import { traced, type Vouched } from '../../src/project/trace.js';
import type { Formatting } from '../../src/source/formatting.js';
import { folderWith } from './folders.js';

const NOTHING: Vouched = { file: () => false, listing: () => false };

const PRETTIER: Formatting = {
  width: 80,
  quote: '"',
  semicolons: true,
  tabs: false,
  tabWidth: 2,
  trailingCommas: 'all',
};

const BIOME: Formatting = { ...PRETTIER, tabs: true, importOrder: 'biome-2' };

function formattingIn(files: Readonly<Record<string, string>>, path = 'app/a.ts', app = '.'): Formatting {
  const { root } = folderWith({ '.git/HEAD': '', ...files });
  return formattingOf({ root: join(root, app), workspaceRoot: undefined })(path);
}

const json = (value: unknown): string => JSON.stringify(value);

describe('the configuration of Prettier', () => {
  const OPTIONS = { printWidth: 100, singleQuote: true, trailingComma: 'es5' };
  const SAID: Formatting = { ...PRETTIER, width: 100, quote: "'", trailingCommas: 'es5' };
  const YAML = '# ours\nprintWidth: 100\nsingleQuote: true\ntrailingComma: es5\n';
  test.each<[string, string]>([
    ['package.json', json({ prettier: OPTIONS })],
    ['.prettierrc', json(OPTIONS)],
    ['.prettierrc', `\uFEFF${json(OPTIONS)}`],
    ['.prettierrc', '{ printWidth: 100, singleQuote: true, trailingComma: es5 }'],
    ['.prettierrc', YAML],
    ['.prettierrc.json', `// ours\n${json(OPTIONS).replace(/}$/, ',}')}`],
    ['.prettierrc.yaml', YAML],
    ['.prettierrc.yml', YAML],
    ['.prettierrc.json5', "{ printWidth: 100, singleQuote: true, trailingComma: 'es5' }"],
  ])('is read from %s: %j', (name, text) => {
    expect(formattingIn({ [name]: text })).toEqual(SAID);
  });

  test('says everything of all parts', () => {
    const options = { printWidth: 120, semi: false, useTabs: true, tabWidth: 4, trailingComma: 'none' };
    expect(formattingIn({ '.prettierrc': json(options) })).toEqual({
      width: 120,
      quote: '"',
      semicolons: false,
      tabs: true,
      tabWidth: 4,
      trailingCommas: 'none',
    });
  });

  test.each(['', '# nothing yet\n', '{}'])('leaves what it does not say to the defaults: %j', (text) => {
    expect(formattingIn({ '.prettierrc': text })).toEqual(PRETTIER);
  });

  test.each<[string, unknown]>([
    ['printWidth', '100'],
    ['printWidth', -1],
    ['printWidth', 80.5],
    ['singleQuote', 'yes'],
    ['semi', null],
    ['tabWidth', 1e9],
    ['tabWidth', 0],
    ['useTabs', 1],
    ['trailingComma', 'most'],
  ])('is passed over where it gives %s the value %j', (key, value) => {
    expect(formattingIn({ '.prettierrc': json({ [key]: value }) })).toEqual(PRETTIER);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['code', { '.prettierrc.js': 'module.exports = { printWidth: 100 };' }],
    ['code', { 'prettier.config.mjs': 'export default { printWidth: 100 };' }],
    ['code, above which there is data', { 'apps/a/prettier.config.ts': '', '.prettierrc': '{}' }],
    ['the name of a package', { 'package.json': json({ prettier: '@acme/prettier-config' }) }],
    ['the name of a package in a file', { '.prettierrc': '"@acme/prettier-config"\n' }],
    ['TOML', { '.prettierrc.toml': 'printWidth = 100\n' }],
    ['no JSON', { '.prettierrc.json': '{ "printWidth": }' }],
    ['no YAML', { '.prettierrc': 'a: [' }],
    ['a folder', { '.prettierrc/a': '' }],
  ])('is unknown where it is %s', (_, files) => {
    const editor = { '.editorconfig': '[*]\nmax_line_length = 90\n' };
    expect(formattingIn({ ...editor, ...files }, 'a.ts', 'apps' in files ? '.' : 'apps/a')).toEqual({});
  });

  test('of the nearest folder counts, and that of package.json before others', () => {
    const width = (printWidth: number) => json({ printWidth });
    const files = { '.prettierrc': width(90), 'apps/shop/.prettierrc': width(100), 'apps/shop/app/a.ts': '' };
    expect(formattingIn(files, 'app/a.ts', 'apps/shop').width).toBe(100);
    expect(formattingIn(files, 'app/a.ts', 'apps/docs').width).toBe(90);
    expect(formattingIn(files, '../../packages/a/b.ts', 'apps/shop').width).toBe(90);
    const both = { 'package.json': json({ prettier: { printWidth: 95 } }), '.prettierrc': width(90) };
    expect(formattingIn(both).width).toBe(95);
  });

  test('is not looked for above the repository', () => {
    const files = { '.prettierrc': '{}', 'repository/.git/HEAD': '', 'repository/shop/a.ts': '' };
    expect(formattingIn(files, 'a.ts', 'repository/shop')).toEqual({});
  });

  test('has overrides for some files', () => {
    const overrides = [
      { files: '*.tsx', options: { printWidth: 90 } },
      { files: ['app/**/*.ts', 'lib/*'], excludeFiles: 'app/old/**', options: { printWidth: 110 } },
      { files: 'route.*', options: { singleQuote: true } },
      { files: 'lib/broken.ts' },
      'a mistake',
    ];
    const { root } = folderWith({
      '.git/HEAD': '',
      '.prettierrc': json({ printWidth: 100, overrides }),
    });
    const formatting = formattingOf({ root, workspaceRoot: undefined });
    const widths = ['page.ts', 'app/[id]/page.tsx', 'app/(shop)/.a/b.ts', 'app/old/a.ts', 'lib/broken.ts'];
    expect(widths.map((path) => formatting(path).width)).toEqual([100, 90, 110, 100, 110]);
    expect(formatting('app/api/route.ts')).toEqual({ ...PRETTIER, width: 110, quote: "'" });
  });

  test.each<[string, Formatting['trailingCommas']]>([
    ['^3.1.0', 'all'],
    ['^2.8.8', 'es5'],
    ['2.x', 'es5'],
    ['>=2', 'es5'],
    ['~1.19', 'none'],
    ['latest', 'all'],
    ['catalog:', 'all'],
    ['npm:prettier@2.8.8', 'es5'],
  ])('ends lists as version %s does', (range, trailingCommas) => {
    const manifest = json({ devDependencies: { prettier: range } });
    expect(formattingIn({ '.prettierrc': '{}', 'package.json': manifest }).trailingCommas).toBe(
      trailingCommas,
    );
    const files = { '.prettierrc': '{}', 'package.json': manifest, 'apps/a/package.json': '{}' };
    expect(formattingIn(files, 'a.ts', 'apps/a').trailingCommas).toBe(trailingCommas);
  });
});

describe('.editorconfig', () => {
  const SECTIONS = `; ours
root = true
indent_style = tab
[*]
Indent_Style = Space # as everywhere
indent_size = 4
max_line_length = 90

[*.{js,jsx}]
max_line_length = 70
[app/**.ts]
max_line_length = 100
[{package.json,*.yml}]
indent_size = 2
[Makefile]
indent_style = tab
[*.py
max_line_length = 1
`;
  test('says what it says where no formatter is set up', () => {
    expect(formattingIn({ '.editorconfig': SECTIONS }, 'lib/a.ts')).toEqual({
      tabs: false,
      tabWidth: 4,
      width: 90,
    });
    expect(formattingIn({ '.editorconfig': SECTIONS }, 'lib/a.jsx').width).toBe(70);
    expect(formattingIn({ '.editorconfig': SECTIONS }, 'app/a.ts').width).toBe(100);
  });

  test.each<[string, Formatting]>([
    ['indent_style = tab\ntab_width = 8', { tabs: true, tabWidth: 8 }],
    ['indent_size = tab', { tabs: true }],
    ['indent_size = unset\nindent_style = unset', {}],
    ['indent_size = 1000000000', {}],
    ['max_line_length = off', {}],
    ['max_line_length = 0', {}],
    ['end_of_line = lf\n= 1\nnothing', {}],
  ])('%j', (lines, formatting) => {
    expect(formattingIn({ '.editorconfig': `[*]\n${lines}\n` })).toEqual(formatting);
  });

  test('of a folder further down counts more, and a root ends the search', () => {
    const files = {
      '.editorconfig': '[*]\nmax_line_length = 90\nindent_size = 8\n',
      'apps/.editorconfig': '[*]\nindent_size = 4\n',
      'apps/shop/.editorconfig': '[lib/*]\nmax_line_length = 70\n',
    };
    expect(formattingIn(files, 'a.ts', 'apps/shop')).toEqual({ width: 90, tabWidth: 4 });
    expect(formattingIn(files, 'lib/a.ts', 'apps/shop')).toEqual({ width: 70, tabWidth: 4 });
    const rooted = { ...files, 'apps/.editorconfig': 'root = true\n[*]\nindent_size = 4\n' };
    expect(formattingIn(rooted, 'a.ts', 'apps/shop')).toEqual({ tabWidth: 4 });
  });

  test('counts with Prettier for what its configuration does not say', () => {
    const files = { '.editorconfig': SECTIONS, '.prettierrc': json({ tabWidth: 3 }) };
    expect(formattingIn(files, 'lib/a.ts')).toEqual({ ...PRETTIER, width: 90, tabWidth: 3 });
    const endless = { '.editorconfig': '[*]\nmax_line_length = off\n', '.prettierrc': '{}' };
    expect(formattingIn(endless).width).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the configuration of Biome', () => {
  const OPTIONS = {
    formatter: { lineWidth: 100, indentStyle: 'space', indentWidth: 4 },
    javascript: { formatter: { quoteStyle: 'single', semicolons: 'asNeeded', trailingCommas: 'es5' } },
  };
  test.each<[string, string]>([
    ['biome.json', json(OPTIONS)],
    ['biome.jsonc', `// ours\n${json(OPTIONS).replace(/}$/, ',}')}`],
    ['.biome.json', json(OPTIONS)],
  ])('is read from %s', (name, text) => {
    expect(formattingIn({ [name]: text })).toEqual({
      width: 100,
      quote: "'",
      semicolons: false,
      tabs: false,
      tabWidth: 4,
      trailingCommas: 'es5',
      importOrder: 'biome-2',
    });
  });

  test.each<[unknown, Formatting['importOrder']]>([
    [{}, 'biome-2'],
    [{ assist: { actions: { source: { organizeImports: 'on' } } } }, 'biome-2'],
    [{ assist: { actions: { source: { organizeImports: { level: 'on' } } } } }, 'biome-2'],
    [{ extends: ['ultracite'], assist: { actions: { source: { organizeImports: 'on' } } } }, 'biome-2'],
    [{ formatter: { enabled: false } }, 'biome-2'],
    [{ $schema: 'https://biomejs.dev/schemas/1.9.4/schema.json' }, 'biome-1'],
    [{ organizeImports: { enabled: true } }, 'biome-1'],
    [{ organizeImports: { enabled: false } }, undefined],
    [{ assist: { enabled: false } }, undefined],
    [{ assist: { actions: { recommended: false } } }, undefined],
    [{ assist: { actions: { source: { organizeImports: 'off' } } } }, undefined],
    [
      {
        assist: {
          actions: {
            source: { organizeImports: { level: 'on', options: { groups: [':PATH:', ':PACKAGE:'] } } },
          },
        },
      },
      undefined,
    ],
    [{ extends: ['ultracite'] }, undefined],
  ])('says the order of imports: %j', (options, order) => {
    expect(formattingIn({ 'biome.json': json(options) }).importOrder).toBe(order);
    expect(formattingIn({ 'biome.json': json(options), '.prettierrc': '{}' })).toEqual({
      ...PRETTIER,
      ...(order && { importOrder: order }),
    });
  });

  test('leaves the rest to the defaults, but where it rests on another', () => {
    expect(formattingIn({ 'biome.json': '{}' })).toEqual(BIOME);
    const javascript = { formatter: { lineWidth: 90, quoteStyle: 'double', semicolons: 'always' } };
    expect(formattingIn({ 'biome.json': json({ javascript }) })).toEqual({ ...BIOME, width: 90 });
    expect(formattingIn({ 'biome.json': json({ extends: ['ultracite'], javascript }) })).toEqual({
      width: 90,
      quote: '"',
      semicolons: true,
    });
  });

  test('does not count where it does not format', () => {
    const off = { formatter: { enabled: false, lineWidth: 100 } };
    const order = { importOrder: 'biome-2' };
    expect(formattingIn({ 'biome.json': json(off) })).toEqual(order);
    expect(formattingIn({ 'biome.json': json({ javascript: off }) })).toEqual(order);
    const files = { 'apps/a/biome.json': json(off), '.prettierrc': json({ printWidth: 90 }) };
    expect(formattingIn(files, 'a.ts', 'apps/a').width).toBe(90);
    expect(formattingIn({ ...files, 'apps/a/biome.json': '{}' }, 'a.ts', 'apps/a').width).toBe(80);
  });

  test('minds .editorconfig where it says so', () => {
    const files = { '.editorconfig': '[*]\nmax_line_length = 90\n' };
    expect(formattingIn({ ...files, 'biome.json': '{}' }).width).toBe(80);
    const minding = json({ formatter: { useEditorconfig: true } });
    expect(formattingIn({ ...files, 'biome.json': minding }).width).toBe(90);
  });

  test('is unknown where it cannot be read', () => {
    expect(formattingIn({ 'biome.json': '{' })).toEqual({});
    expect(formattingIn({ 'biome.json': '[]' })).toEqual({});
  });
});

test('the configuration is read when it is asked for, once, and the trace knows of it', async () => {
  const { root } = folderWith({ '.git/HEAD': '', '.prettierrc': '{}', 'app/a.ts': '', 'app/b.ts': '' });
  const questions = async (work: () => void) =>
    (await traced(NOTHING, work)).trace?.questions.map(
      ([kind, path]) => `${kind} ${path?.slice(root.length)}`,
    );
  let formatting: ((path: string) => Formatting) | undefined;
  expect(
    await questions(() => {
      formatting = formattingOf({ root, workspaceRoot: undefined });
    }),
  ).toEqual([]);
  expect(await questions(() => formatting?.('app/a.ts'))).toEqual([
    'status /.git',
    'entries ',
    'bytes /.prettierrc',
  ]);
  expect(await questions(() => formatting?.('app/b.ts'))).toEqual([]);
});
