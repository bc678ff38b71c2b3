import { expect, test } from 'vitest';
import { parseSource } from '../../src/source/parse.js';
import { handlerNameOf, mountProxy } from '../../transforms/mount-proxy/mount-proxy.js';
import { newProxyFile } from '../../transforms/mount-proxy/new-proxy-file.js';

test.each([
  [13, 'middleware'],
  [15, 'middleware'],
  [16, 'proxy'],
  [undefined, 'middleware'],
] as const)('the new file of Next %s is a %s, and mounted', (major, baseName) => {
  const { baseName: name, text } = newProxyFile(major, 'signal-next/proxy');
  expect(name).toBe(baseName);
  expect(text).toContain(`export { signalProxy as ${baseName} } from 'signal-next/proxy';`);
  for (const extension of ['ts', 'js']) {
    const parsed = parseSource(`${name}.${extension}`, text);
    expect(parsed.kind === 'parsed' && mountProxy(parsed.file, 'signal-next/proxy')).toEqual({
      kind: 'unchanged',
    });
  }
});

test('the matcher leaves out static files and nothing that runs code', () => {
  const matcher = /matcher: \['(.+)'\]/.exec(newProxyFile(16, 'x').text)?.[1] ?? '';
  const runs = (path: string) => new RegExp(`^${matcher}$`).test(path);
  expect(['/', '/a/b', '/api/x', '/_next/data/build/a.json', '/john.doe'].every(runs)).toBe(true);
  expect(['/_next/static/a.js', '/_next/image', '/favicon.ico'].some(runs)).toBe(false);
});

test('a proxy file is known by its name, also with a page extension', () => {
  expect(
    ['proxy.ts', 'src/proxy.mjs', 'middleware.page.tsx', 'C:\\app\\middleware.js'].map(handlerNameOf),
  ).toEqual(['proxy', 'proxy', 'middleware', 'middleware']);
  expect(['app/proxy-list.ts', 'lib/my-middleware.ts', 'proxy.md'].map(handlerNameOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
