import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NextApp, type Prerendered } from './support/next-app.js';
import { repository } from './support/paths.js';
import { type RenderedFile, renderedFiles, type SetUp } from './support/rendered-files.js';

const SET_UPS: readonly SetUp[] = [
  { next: '13.5.11' },
  { next: '14.2.35' },
  { next: '15.5.29' },
  { next: '16.4.6' },
  { next: '16.4.6', withCacheComponents: true },
];

describe.each(SET_UPS)('GET route handlers and pages on %o', (setUp) => {
  const { next, withCacheComponents = false } = setUp;
  const files = renderedFiles(setUp);
  let app: NextApp;
  let before: Prerendered;

  /** Whether what the file renders was static before. */
  const isStatic = ({ url, isHole }: RenderedFile): boolean =>
    !isHole && (before.dynamicRoutes.includes(url) || before.routes.includes(url));

  beforeAll(async () => {
    app = await NextApp.create(join(repository, 'e2e/apps/prerendering'), {
      next,
      folder: `prerendering-${next}${withCacheComponents ? '-cached' : ''}`,
      env: { SIGNAL_API_KEY: 'sk_e2e', NEXT_PUBLIC_SIGNAL_ENDPOINT: 'http://127.0.0.1:9' },
    });
    for (const { path, text } of files) {
      await mkdir(dirname(join(app.folder, path)), { recursive: true });
      await writeFile(join(app.folder, path), text);
    }
    if (withCacheComponents)
      await writeFile(join(app.folder, 'next.config.mjs'), 'export default { cacheComponents: true };\n');
    before = await app.build();
    await app.commit('before');
    const migrate = await app.signalNext('migrate', '--yes', '--include', 'server-components');
    expect(migrate, migrate.stderr).toMatchObject({ exitCode: 0 });
  }, 300_000);

  it('are prerendered or not as before', async () => {
    expect(await app.build()).toEqual(before);
  }, 120_000);

  it('forward the session wherever they are known not to be prerendered', async () => {
    const forwarded: string[] = [];
    for (const { path } of files) {
      const text = await readFile(join(app.folder, path), 'utf8');
      if (text.includes('getSessionInfo(')) forwarded.push(path);
    }
    const wanted = files.filter((file) => !isStatic(file) && !file.isLeft).map(({ path }) => path);
    expect(forwarded).toEqual(expect.arrayContaining(wanted));
    const some = files.filter((file) => isStatic(file)).map(({ path }) => path);
    expect(some.length).toBeGreaterThan(3);
    expect(forwarded.filter((path) => some.includes(path))).toEqual([]);
  });
});
