import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thirdPartyLicenses } from '../../scripts/licenses.mjs';

function bundleOf(files: Record<string, string>, inputs: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'signal-next-licences-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const bytes = Object.fromEntries(inputs.map((input) => [input, { bytesInOutput: 10 }]));
  return { root, metafiles: [{ outputs: { 'dist/cli.js': { inputs: bytes } } }] };
}

const manifest = (name: string) => JSON.stringify({ name, version: '1.0.0', license: 'MIT' });

test('every bundled package is listed with its licence text, own files are not', () => {
  const { root, metafiles } = bundleOf(
    {
      'node_modules/@scope/a/package.json': manifest('@scope/a'),
      'node_modules/@scope/a/LICENSE': 'Text of A',
      'node_modules/a/node_modules/b/package.json': manifest('b'),
      'node_modules/a/node_modules/b/LICENCE.md': 'Text of B',
      'node_modules/c/package.json': manifest('c'),
      'node_modules/c/README.md': '# c\n\n## License\n\nMIT. Copyright (c) C\n\n## Usage\n\nnone\n',
    },
    [
      'src/cli.ts',
      'node_modules/@scope/a/index.js',
      'node_modules/a/node_modules/b/x.js',
      'node_modules/c/c.js',
    ],
  );
  const text = thirdPartyLicenses(metafiles, root);
  expect(text).toContain('@scope/a 1.0.0 (MIT)\n\nText of A');
  expect(text).toContain('b 1.0.0 (MIT)\n\nText of B');
  expect(text).toContain('c 1.0.0 (MIT)\n\nMIT. Copyright (c) C');
  expect(text).not.toContain('Usage');
  expect(text).not.toContain('src/cli.ts');
});

test('a bundled package without a licence text fails the build and is named', () => {
  const { root, metafiles } = bundleOf({ 'node_modules/x/package.json': manifest('x') }, [
    'node_modules/x/index.js',
  ]);
  expect(() => thirdPartyLicenses(metafiles, root)).toThrow(/No licence text in x@1\.0\.0/);
});
