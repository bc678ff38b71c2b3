import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { TEMPLATES } from '../../src/init/template-texts.js';

const FILES = {
  serverTs: 'signal-server.ts',
  serverJs: 'signal-server.js',
  providerTsx: 'signal-provider.tsx',
  providerJsx: 'signal-provider.jsx',
} as const;

const read = (file: string): string =>
  readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8');

/** The module that carries the templates, so that neither a bundle nor a jscodeshift transform has to find files. */
function embedded(): string {
  const entries = Object.entries(FILES).map(
    ([key, file]) => `  ${key}: \`${read(file).replace(/[`\\]|\$\{/g, '\\$&')}\`,\n`,
  );
  return `// Generated from templates/ by \`npx vitest run test/templates -u\`; change the templates, not this file.\n\nexport const TEMPLATES = {\n${entries.join('')}} as const;\n`;
}

test('the embedded texts are the templates', async () => {
  await expect(embedded()).toMatchFileSnapshot('../../src/init/template-texts.ts');
  for (const [key, file] of Object.entries(FILES)) {
    expect(TEMPLATES).toHaveProperty(key, read(file));
  }
});

test.each([
  ['signal-server.ts', 'signal-server.js'],
  ['signal-provider.tsx', 'signal-provider.jsx'],
])('%s without its types is %s', (typed, untyped) => {
  const emit = (file: string): string =>
    ts.transpileModule(read(file), {
      fileName: file.replace(/js/, 'ts'),
      compilerOptions: {
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        jsx: ts.JsxEmit.Preserve,
        removeComments: true,
      },
    }).outputText;
  expect(emit(untyped)).toBe(emit(typed));
});

test.each(Object.values(FILES))('%s can be reached from every runtime and router', (file) => {
  expect(read(file)).not.toMatch(/server-only|next\/headers|from 'node:|require\(|\bas any\b|[\w\])]!/);
});
