/** What Next.js is asked to build. */
export interface SetUp {
  readonly next: string;
  readonly withCacheComponents?: boolean;
}

/** A file with a Signal call of which Next.js either does or does not make something static. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
  /** Of its route, with its dynamic segments. */
  readonly url: string;
  /** Next.js makes it dynamic, but nobody can tell from the source with certainty. */
  readonly isLeft: boolean;
  /** Waits for its request in a route of which the rest is prerendered. */
  readonly isHole: boolean;
}

interface Shape {
  /** The name of the shape, where there is no other. */
  readonly folder?: string;
  /** What the file has beside the function. */
  readonly around?: string;
  readonly parameter?: string;
  /** What the function does first. */
  readonly reads?: string;
  /** The first and last major version that have what it uses. */
  readonly since?: number;
  readonly until?: number;
  readonly isLeft?: true;
  /** It waits for its request. */
  readonly waits?: true;
}

const HEADERS = "import { headers } from 'next/headers';";
const COOKIES = "import { cookies } from 'next/headers';";
const NO_STORE = "import { unstable_noStore } from 'next/cache';";
const REQUEST = 'request: NextRequest';
const PARAMS = `export function generateStaticParams() {\n  return [{ id: '1' }];\n}`;

/** Ways in which a GET does or does not look at its request. */
const GETS: Readonly<Record<string, Shape>> = {
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
  cookies: { around: COOKIES, reads: "(await cookies()).get('a');" },
  headers: { around: HEADERS, reads: "(await headers()).get('a');" },
  'no-store': {
    around: NO_STORE,
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
  segment: { folder: 'segment/[id]' },
  'segment-with-params': { folder: 'segment-with-params/[id]', around: PARAMS },
  'segment-with-params-url': {
    folder: 'segment-with-params-url/[id]',
    around: PARAMS,
    parameter: REQUEST,
    reads: 'request.url.length;',
  },
};

const SEARCH = 'searchParams: Promise<Record<string, string>>';

/** Ways in which a page does or does not look at its request. */
const PAGES: Readonly<Record<string, Shape>> = {
  nothing: {},
  headers: { around: HEADERS, reads: "(await headers()).get('a');", waits: true },
  cookies: { around: COOKIES, reads: "(await cookies()).get('a');", waits: true },
  'draft-mode': {
    around: "import { draftMode } from 'next/headers';",
    reads: 'if ((await draftMode()).isEnabled) return null;',
  },
  connection: {
    around: "import { connection } from 'next/server';",
    reads: 'await connection();',
    since: 15,
  },
  'no-store': {
    around: NO_STORE,
    reads: 'unstable_noStore();',
    since: 14,
  },
  'in-a-branch': { around: HEADERS, reads: "if (process.env.NEVER_SET === 'x') await headers();" },
  'behind-a-return': {
    around: HEADERS,
    reads: "if (process.env.NEVER_SET !== 'x') return null;\n  await headers();",
  },
  'in-the-metadata': {
    around: `${HEADERS}\n\nexport async function generateMetadata() {\n  return { title: (await headers()).get('a') };\n}`,
  },
  'force-dynamic': { around: "export const dynamic = 'force-dynamic';" },
  'force-static': {
    around: `${HEADERS}\n\nexport const dynamic = 'force-static';`,
    reads: "(await headers()).get('a');",
  },
  'revalidate-zero': { around: 'export const revalidate = 0;' },
  'revalidate-minute': { around: 'export const revalidate = 60;' },
  segment: { folder: 'segment/[id]', isLeft: true },
  'segment-with-params': { folder: 'segment-with-params/[id]', around: PARAMS },
  'search-params': {
    parameter: `{ searchParams }: { ${SEARCH} }`,
    reads: 'if ((await searchParams).a) return null;',
    since: 15,
  },
  'search-params-of-props': {
    parameter: `props: { ${SEARCH} }`,
    reads: 'const { a } = await props.searchParams;\n  if (a) return null;',
    since: 15,
  },
  'search-params-unread': {
    parameter: `{ searchParams }: { ${SEARCH} }`,
    reads: 'if (typeof searchParams === "string") return null;',
    since: 15,
  },
  'plain-search-params': {
    parameter: '{ searchParams }: { searchParams: Record<string, string> }',
    reads: 'if (searchParams.a) return null;',
    until: 14,
  },
  'plain-search-params-taken': {
    parameter: '{ searchParams }: { searchParams: Record<string, string> }',
    reads: 'const { a } = searchParams;\n  if (a) return null;',
    until: 14,
  },
  'plain-search-params-unread': {
    parameter: '{ searchParams }: { searchParams: Record<string, string> }',
    reads: 'if (typeof searchParams === "string") return null;',
    until: 14,
  },
};

/** Those of them that are tried in a component in a Suspense, too. */
const IN_COMPONENTS = new Set(['nothing', 'headers', 'cookies', 'in-a-branch', 'behind-a-return']);

const WITH_SUSPENSE = `export default function Page() {
  return (
    <Suspense>
      <Visitor />
    </Suspense>
  );
}`;

/** The files of all shapes that a version has, each with a route of its own. */
export function renderedFiles({ next, withCacheComponents = false }: SetUp): RenderedFile[] {
  const major = Number(next.split('.')[0]);
  const has = ({ since = major, until = major, around = '' }: Shape): boolean =>
    since <= major &&
    major <= until &&
    // Cache Components take no segment config, and `unstable_noStore` does nothing with them.
    !(withCacheComponents && /export const|noStore/.test(around));
  // A call that is made reads the clock, which alone is dynamic with Cache Components.
  const call = withCacheComponents ? "if (process.env.NEVER_SET === 'x') " : '';
  const filesOf = (shapes: typeof GETS, fileOf: (name: string, shape: Shape) => RenderedFile) =>
    Object.entries(shapes).flatMap(([name, shape]) => (has(shape) ? fileOf(name, shape) : []));
  const components = Object.fromEntries(Object.entries(PAGES).filter(([name]) => IN_COMPONENTS.has(name)));
  return [
    ...filesOf(GETS, (name, { folder = name, isLeft = false, ...shape }) => ({
      path: `app/api/${folder}/route.ts`,
      text: sourceOf(`export async function GET(${shape.parameter ?? ''}) {`, shape, [
        `${call}signal.capture({ distinctId: 'timetable', event: '${name}' });`,
        'return Response.json({});',
      ]),
      url: `/api/${folder}`,
      isLeft,
      isHole: false,
    })),
    // With Cache Components a page fails to build that waits for its request outside of a Suspense.
    ...filesOf(withCacheComponents ? {} : PAGES, (name, { folder = name, isLeft = false, ...shape }) => ({
      path: `app/pages/${folder}/page.tsx`,
      text: sourceOf(`export default async function Page(${shape.parameter ?? ''}) {`, shape, [
        `signal.capture({ distinctId: 'timetable', event: '${name}' });`,
        'return <p>Timetable</p>;',
      ]),
      url: `/pages/${folder}`,
      isLeft,
      isHole: false,
    })),
    ...filesOf(components, (name, { around = '', reads, waits = false }) => ({
      path: `app/components/${name}/page.tsx`,
      text: sourceOf(
        'async function Visitor() {',
        { around: `import { Suspense } from 'react';\n${around}\n\n${WITH_SUSPENSE}`, reads },
        [`${call}signal.capture({ distinctId: 'timetable', event: '${name}' });`, 'return <p>Timetable</p>;'],
      ),
      url: `/components/${name}`,
      isLeft: false,
      isHole: withCacheComponents && waits,
    })),
  ];
}

function sourceOf(start: string, { around = '', reads }: Shape, body: readonly string[]): string {
  const [imports = '', ...beside] = around.startsWith('import ') ? around.split('\n\n') : ['', around];
  return [
    start.includes('NextRequest') ? "import type { NextRequest } from 'next/server';" : '',
    imports,
    "import { signal } from '@/lib/signal';",
    '',
    ...beside,
    '',
    start,
    ...(reads === undefined ? body : [reads, ...body]).map((line) => `  ${line}`),
    '}',
    '',
  ]
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''))
    .join('\n');
}
