import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NextApp, type Prerendered } from './support/next-app.js';
import { repository } from './support/paths.js';

interface Shape {
  /** Below `app/api`; the name of the folder where there is no other. */
  readonly route?: string;
  /** What the file has beside the handler. */
  readonly around?: string;
  readonly parameter?: string;
  /** What the handler does first. */
  readonly reads?: string;
  /** The first major version that has what it uses. */
  readonly since?: number;
  /** Next.js makes it dynamic, but nobody can tell from the source with certainty. */
  readonly isLeft?: true;
}

const REQUEST = 'request: NextRequest';
const PARAMS = `export function generateStaticParams() {\n  return [{ id: '1' }];\n}`;

/** Ways in which a GET does or does not look at its request. */
const SHAPES: Readonly<Record<string, Shape>> = {
  nothing: {},
  header: { parameter: REQUEST, reads: "request.headers.get('accept');" },
  url: { parameter: REQUEST, reads: 'new URL(request.url);' },
  'next-url': { parameter: REQUEST, reads: 'String(request.nextUrl);', isLeft: true },
  pathname: { parameter: REQUEST, reads: 'request.nextUrl.pathname.length;' },
  'search-params': { parameter: REQUEST, reads: "request.nextUrl.searchParams.get('a');" },
  'taken-search-params': {
    parameter: REQUEST,
    reads: 'const { searchParams } = request.nextUrl;\n  searchParams.size;',
  },
  'taken-next-url': {
    parameter: REQUEST,
    reads: 'const { nextUrl } = request;\n  nextUrl.search.length;',
  },
  'taken-parameter': { parameter: '{ url }: NextRequest', reads: 'url.length;' },
  'taken-method': { parameter: '{ method }: NextRequest', reads: 'method.length;' },
  'request-cookies': { parameter: REQUEST, reads: "request.cookies.get('a');", since: 14 },
  method: { parameter: REQUEST, reads: 'request.method.length;' },
  text: { parameter: REQUEST, reads: 'await request.text();' },
  cookies: { around: "import { cookies } from 'next/headers';", reads: "(await cookies()).get('a');" },
  headers: { around: "import { headers } from 'next/headers';", reads: "(await headers()).get('a');" },
  'no-store': {
    around: "import { unstable_noStore } from 'next/cache';",
    reads: 'unstable_noStore();',
    since: 14,
  },
  'in-a-function': {
    around: "import { languageOfVisitor } from '@/lib/reads';",
    reads: 'await languageOfVisitor();',
  },
  'in-a-function-not-awaited': {
    around: "import { languageOfVisitor } from '@/lib/reads';",
    reads: 'void languageOfVisitor().catch(() => undefined);',
    isLeft: true,
  },
  'given-to-a-function': {
    around: "import { stopOf } from '@/lib/reads';",
    parameter: REQUEST,
    reads: 'stopOf(request);',
  },
  'in-a-callback': {
    around: "import { within } from '@/lib/reads';",
    parameter: REQUEST,
    reads: 'await within(async () => request.url.length);',
  },
  'for-each-of-none': {
    parameter: REQUEST,
    reads: '([] as string[]).map(() => request.url.length);',
  },
  'in-a-branch': {
    parameter: REQUEST,
    reads: "if (process.env.NEVER_SET === 'x') request.url.length;",
  },
  'behind-a-return': {
    parameter: REQUEST,
    reads: "if (process.env.NEVER_SET !== 'x') return Response.json({});\n  request.url.length;",
  },
  'in-a-condition': {
    parameter: REQUEST,
    reads: 'if (request.url.length > 2000) return Response.json({});',
  },
  tried: {
    parameter: REQUEST,
    reads: 'try {\n    request.url.length;\n  } catch {}',
  },
  'fetch-without-store': {
    reads: "await fetch('http://127.0.0.1:9/', { cache: 'no-store' }).catch(() => undefined);",
    isLeft: true,
  },
  clock: { reads: 'if (Date.now() < 0) return Response.json({});' },
  chance: { reads: 'if (Math.random() > 2) return Response.json({});' },
  date: { reads: 'if (new Date().getTime() < 0) return Response.json({});' },
  uuid: { reads: "if (crypto.randomUUID() === '') return Response.json({});" },
  fetch: { reads: "await fetch('http://127.0.0.1:9/').catch(() => undefined);" },
  'chance-in-a-branch': { reads: "if (process.env.NEVER_SET === 'x') Math.random();" },
  'force-dynamic': { around: "export const dynamic = 'force-dynamic';" },
  'force-static': {
    around: "export const dynamic = 'force-static';",
    parameter: REQUEST,
    reads: 'request.url.length;',
  },
  'revalidate-zero': { around: 'export const revalidate = 0;' },
  'revalidate-minute': { around: 'export const revalidate = 60;' },
  'revalidate-minute-url': {
    around: 'export const revalidate = 60;',
    parameter: REQUEST,
    reads: 'request.url.length;',
  },
  edge: { around: "export const runtime = 'edge';" },
  'beside-post': { around: 'export async function POST() {\n  return Response.json({});\n}' },
  'beside-put': { around: 'export async function PUT() {\n  return Response.json({});\n}' },
  'beside-head': { around: 'export async function HEAD() {\n  return new Response();\n}' },
  segment: { route: 'segment/[id]' },
  'segment-with-params': { route: 'segment-with-params/[id]', around: PARAMS },
  'segment-with-params-url': {
    route: 'segment-with-params-url/[id]',
    around: PARAMS,
    parameter: REQUEST,
    reads: 'request.url.length;',
  },
};

/** @param call what goes before the Signal call. */
function sourceOf(name: string, { around = '', parameter = '', reads = '' }: Shape, call: string): string {
  const isTyped = parameter.includes('NextRequest');
  return [
    isTyped ? "import type { NextRequest } from 'next/server';" : '',
    around.startsWith('import ') ? around : '',
    "import { signal } from '@/lib/signal';",
    '',
    around.startsWith('import ') ? '' : around,
    `export async function GET(${parameter}) {`,
    reads === '' ? '' : `  ${reads}`,
    `  ${call}signal.capture({ distinctId: 'timetable', event: '${name}' });`,
    '  return Response.json({});',
    '}',
    '',
  ]
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
    .join('\n');
}

describe.each([
  { next: '13.5.11' },
  { next: '14.2.35' },
  { next: '15.5.29' },
  { next: '16.4.6' },
  { next: '16.4.6', withCacheComponents: true },
])('GET route handlers on %o', ({ next, withCacheComponents = false }) => {
  const major = Number(next.split('.')[0]);
  const shapes = Object.entries(SHAPES).filter(
    ([, { since = 13, around }]) =>
      // Cache Components take no segment config, and `unstable_noStore` does nothing with them.
      since <= major && !(withCacheComponents && /^export const|noStore/.test(around ?? '')),
  );
  const fileOf = (name: string, { route = name }: Shape) => `app/api/${route}/route.ts`;
  // A call that is made reads the clock, which alone is dynamic with Cache Components.
  const call = withCacheComponents ? "if (process.env.NEVER_SET === 'x') " : '';
  let app: NextApp;
  let before: Prerendered;

  const isStatic = (name: string, { route = name }: Shape): boolean =>
    before.routes.some((path) => path === `/api/${name}` || path.startsWith(`/api/${name}/`)) ||
    before.dynamicRoutes.includes(`/api/${route}`);

  beforeAll(async () => {
    app = await NextApp.create(join(repository, 'e2e/apps/static-routes'), {
      next,
      folder: `static-routes-${major}${withCacheComponents ? '-cached' : ''}`,
      env: { SIGNAL_API_KEY: 'sk_e2e', NEXT_PUBLIC_SIGNAL_ENDPOINT: 'http://127.0.0.1:9' },
    });
    for (const [name, shape] of shapes) {
      const path = join(app.folder, fileOf(name, shape));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, sourceOf(name, shape, call));
    }
    const config = { cacheComponents: withCacheComponents };
    if (withCacheComponents)
      await writeFile(join(app.folder, 'next.config.mjs'), `export default ${JSON.stringify(config)};\n`);
    before = await app.build();
    await app.commit('before');
    const migrate = await app.signalNext('migrate', '--yes');
    expect(migrate, migrate.stderr).toMatchObject({ exitCode: 0 });
  }, 300_000);

  it('are prerendered or not as before', async () => {
    expect(await app.build()).toEqual(before);
  }, 120_000);

  it('forward the session wherever they are known not to be prerendered', async () => {
    const kept: string[] = [];
    const forwarded: string[] = [];
    for (const [name, shape] of shapes) {
      const text = await readFile(join(app.folder, fileOf(name, shape)), 'utf8');
      (text.includes('getSessionInfo(') ? forwarded : kept).push(name);
    }
    const dynamic = shapes.filter(([name, shape]) => !isStatic(name, shape));
    expect(forwarded).toEqual(
      expect.arrayContaining(dynamic.filter(([, { isLeft }]) => !isLeft).map(([name]) => name)),
    );
    expect(kept).toEqual(
      expect.arrayContaining(shapes.filter((shape) => isStatic(...shape)).map(([name]) => name)),
    );
  });
});
