import { describe, expect, test } from 'vitest';
import { closedLists } from '../../src/analysis/cross-origin.js';
import { takesPath, urlPathOf } from '../../src/analysis/path-patterns.js';
import { corsHeadersNotAllowed } from '../../src/rules/cors-headers-not-allowed.js';
import { analysedProject, shown } from '../support/analysed-project.js';

function findingsIn(files: Record<string, string>): string[] {
  const { analyses, context } = analysedProject(files);
  return closedLists(analyses, context).map((closed) => shown(files, corsHeadersNotAllowed(closed)));
}

const CAPTURE = "signal.capture({ distinctId: 'a', event: 'ordered' });";
const IMPORT = "import { signal } from '@/lib/signal-server';\n";

/** A route handler that answers with `headers`, and whatever is to stand above it. */
const route = (headers: string, above = ''): string => `${IMPORT}${above}
export async function POST(request: Request) {
  ${CAPTURE}
  return Response.json({}, { headers: ${headers} });
}
`;

const OPEN = "'Access-Control-Allow-Origin': '*'";
const LIST = "'Access-Control-Allow-Headers': 'Content-Type'";

describe('a list without the session headers is found', () => {
  test.each<[string, Record<string, string>]>([
    ['in the answer of a route', { 'app/api/a/route.ts': route(`{ ${OPEN}, ${LIST} }`) }],
    [
      'in the answer of a route that tracks by a helper',
      {
        'app/api/a/route.ts': `${IMPORT}function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'tracked' });
}
export async function POST(request: Request) {
  track('a');
  return Response.json({}, { headers: { ${OPEN}, ${LIST} } });
}
`,
      },
    ],
    ['in a constant', { 'app/api/a/route.ts': route('cors', `const cors = { ${OPEN}, ${LIST} };\n`) }],
    [
      'in the OPTIONS handler',
      {
        'app/api/a/route.ts': `${route('{}')}export function OPTIONS() { return new Response(null, { headers: { ${OPEN}, ${LIST} } }); }`,
      },
    ],
    [
      'set one by one',
      {
        'pages/api/a.ts': `${IMPORT}export default function handler(req, res) {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  res.setHeader('Access-Control-Allow-Headers', 'Content-Type');
  ${CAPTURE}
  res.end();
}`,
      },
    ],
    [
      'in a module that the route imports',
      {
        'lib/cors.ts': `export const corsHeaders = { ${OPEN}, ${LIST} };`,
        'app/api/a/route.ts': route('corsHeaders', "import { corsHeaders } from '@/lib/cors';\n"),
      },
    ],
    [
      'in a function that uses the list',
      {
        'lib/cors.ts': `const base = { ${OPEN}, ${LIST} };\nconst all = () => ({ ...base });\nexport { all as corsHeaders };\nexport const json = 1;`,
        'app/api/a/route.ts': route('corsHeaders()', "import { corsHeaders } from '@/lib/cors';\n"),
      },
    ],
    [
      'in next.config',
      {
        'next.config.ts': `export default { async headers() { return [{ source: '/api/:path*', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }, { key: 'Access-Control-Allow-Headers', value: 'Content-Type' }] }]; } };`,
        'app/api/a/route.ts': route('{}'),
      },
    ],
    [
      'in the proxy',
      {
        'proxy.ts': `import { NextResponse } from 'next/server';
export function proxy() {
  const response = NextResponse.next();
  response.headers.set('Access-Control-Allow-Origin', '*');
  response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
  return response;
}
export const config = { matcher: ['/api/(.*)'] };`,
        'app/api/a/route.ts': route('{}'),
      },
    ],
    [
      'in the proxy of the documentation, with the list above the function',
      {
        'proxy.ts': `import { NextResponse } from 'next/server';
const corsOptions = { 'Access-Control-Allow-Methods': 'GET, POST', ${LIST} };
export function proxy(request) {
  const origin = request.headers.get('origin') ?? '';
  if (request.method === 'OPTIONS') {
    return NextResponse.json({}, { headers: { ...(isAllowed(origin) && { 'Access-Control-Allow-Origin': origin }), ...corsOptions } });
  }
  const response = NextResponse.next();
  response.headers.set('Access-Control-Allow-Origin', origin);
  Object.entries(corsOptions).forEach(([key, value]) => response.headers.set(key, value));
  return response;
}
export const config = { matcher: '/api/:path*' };`,
        'app/api/a/route.ts': route('{}'),
      },
    ],
    [
      'in next.config, with the pairs in a constant',
      {
        'next.config.ts': `const origin = { key: 'Access-Control-Allow-Origin', value: '*' };
const cors = [origin, { key: 'Access-Control-Allow-Headers', value: 'Content-Type' }];
export default { async headers() { return [{ source: '/api/a', headers: [...cors, { key: 'X-A', value: '1' }] }]; } };`,
        'app/api/a/route.ts': route('{}'),
      },
    ],
    [
      'in an object of its own, beside the origin of a function',
      {
        'app/api/a/route.ts': route(
          'cors(request)',
          `const base = { ${LIST} };\nconst cors = (request) => ({ ...base, 'Access-Control-Allow-Origin': request.headers.get('origin') });\n`,
        ),
      },
    ],
    [
      'in an object of its own, beside that of the origin',
      {
        'app/api/a/route.ts': route(
          '{ ...open, ...base }',
          `const base = { ${LIST} };\nconst open = { ${OPEN} };\n`,
        ),
      },
    ],
    [
      'in an object that another one spreads',
      {
        'app/api/a/route.ts': route(
          'cors',
          `const base = { ${LIST} };\nconst cors = { ...base, ${OPEN} };\n`,
        ),
      },
    ],
    [
      'in the options of cors',
      {
        'pages/api/a.ts': `import Cors from 'cors';\n${IMPORT}const cors = Cors({ origin: '*', allowedHeaders: ['Content-Type'] });
export default async function handler(req, res) {
  cors(req, res, () => {});
  ${CAPTURE}
  res.end();
}`,
      },
    ],
  ])('%s', (_where, files) => {
    const findings = findingsIn(files);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(
      'leave out x-signal-session-id, x-signal-window-id and x-signal-distinct-id, so the preflight fails',
    );
  });

  /** `headers()` of next.config with one list for each pattern. */
  const config = (lists: Record<string, string>): string =>
    `export default { async headers() { return [${Object.entries(lists).map(
      ([source, names]) =>
        `{ source: '${source}', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }, { key: 'Access-Control-Allow-Headers', value: '${names}' }] }`,
    )}] } };`;
  const ALL = 'x-signal-session-id, x-signal-window-id, x-signal-distinct-id';
  const ROUTES = { 'app/api/a/route.ts': route('{}'), 'app/api/b/route.ts': route('{}') };

  test('beside one in next.config that allows them for other paths', () => {
    const lists = { '/api/a': ALL, '/api/b': 'Content-Type', '/api/c': 'Accept' };
    const findings = findingsIn({ ...ROUTES, 'next.config.ts': config(lists) });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain("'Content-Type'");
    const closed = { '/api/a': 'Accept', '/api/b': 'Content-Type' };
    expect(findingsIn({ ...ROUTES, 'next.config.ts': config(closed) })).toHaveLength(2);
  });

  test('but not beside one that allows them for the same paths', () => {
    const lists = { '/api/:path*': ALL, '/api/b': 'Content-Type' };
    expect(findingsIn({ ...ROUTES, 'next.config.ts': config(lists) })).toEqual([]);
  });

  test('with those that it leaves out', () => {
    const list = "'access-control-allow-headers': 'X-Signal-Session-Id, x-signal-window-id'";
    expect(findingsIn({ 'app/api/a/route.ts': route(`{ ${OPEN}, ${list} }`) })).toEqual([
      "app/api/a/route.ts 'X-Signal-Session-Id, x-signal-window-id': The headers that pages of other origins may send leave out x-signal-distinct-id, so the preflight fails, and the request with it, as soon as such a page sends its session.",
    ]);
  });
});

describe('nothing is said of', () => {
  const all = 'Content-Type, x-signal-session-id, X-Signal-Window-Id, x-signal-distinct-id';
  test.each<[string, Record<string, string>]>([
    [
      'a list with the three',
      { 'app/api/a/route.ts': route(`{ ${OPEN}, 'Access-Control-Allow-Headers': '${all}' }`) },
    ],
    ['any header', { 'app/api/a/route.ts': route(`{ ${OPEN}, 'Access-Control-Allow-Headers': '*' }`) }],
    [
      'the headers that are asked for',
      {
        'app/api/a/route.ts': route(
          `{ ${OPEN}, 'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') }`,
        ),
      },
    ],
    [
      'a list that has names from elsewhere',
      {
        'app/api/a/route.ts': route(
          `{ ${OPEN}, 'Access-Control-Allow-Headers': ['Content-Type', ...more].join(',') }`,
        ),
      },
    ],
    [
      'the headers of a request that the app makes',
      {
        'app/api/a/route.ts': route('{}').replace(
          CAPTURE,
          `${CAPTURE}
  await fetch('https://api.acme.com', { method: 'POST', headers: { ${OPEN}, ${LIST} } });
  const headers = { ${OPEN}, ${LIST} };
  await axios.get('https://api.acme.com', { headers: { ...headers, Accept: '*' } });
  const sent = new Headers();
  sent.set('Access-Control-Allow-Origin', '*');
  sent.set('Access-Control-Allow-Headers', 'Content-Type');
  await fetch('https://api.acme.com', { headers: sent });`,
        ),
      },
    ],
    [
      'a list that opens a request of the app only',
      {
        'app/api/a/route.ts': route(`{ ${LIST} }`).replace(
          CAPTURE,
          `${CAPTURE}\n  await fetch('https://api.acme.com', { headers: { ${OPEN} } });`,
        ),
      },
    ],
    ['a list that lets no other origin in', { 'app/api/a/route.ts': route(`{ ${LIST} }`) }],
    [
      'an app without Signal calls there',
      { 'app/api/a/route.ts': route(`{ ${OPEN}, ${LIST} }`).replace(CAPTURE, '') },
    ],
    [
      'a Server Action, which no other origin calls',
      {
        'app/actions.ts': `'use server';\n${IMPORT}export async function a() { ${CAPTURE} return { ${OPEN}, ${LIST} }; }`,
      },
    ],
    [
      'a webhook, which no browser calls',
      {
        'app/api/webhooks/stripe/route.ts': route(`{ ${OPEN}, ${LIST} }`),
      },
    ],
    [
      'a module of which the route imports something else',
      {
        'lib/http.ts': `export const corsHeaders = { ${OPEN}, ${LIST} };\nexport const none = {};`,
        'app/api/a/route.ts': route('none', "import { none } from '@/lib/http';\n"),
      },
    ],
    [
      'paths of next.config where no event is sent',
      {
        'next.config.ts': `export default { async headers() { return [{ source: '/public/:path*', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }, { key: 'Access-Control-Allow-Headers', value: 'Content-Type' }] }]; } };`,
        'app/api/a/route.ts': route('{}'),
      },
    ],
    [
      'a proxy that looks at the path itself',
      {
        'proxy.ts': `export function proxy(request) {
  const response = Response.json({});
  if (request.nextUrl.pathname.startsWith('/api/public')) {
    response.headers.set('Access-Control-Allow-Origin', '*');
    response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
  }
  return response;
}`,
        'app/api/a/route.ts': route('{}'),
      },
    ],
    [
      'another route',
      {
        'app/api/b/route.ts': `export function GET() { return new Response(null, { headers: { ${OPEN}, ${LIST} } }); }`,
        'app/api/a/route.ts': route('{}'),
      },
    ],
  ])('%s', (_what, files) => {
    expect(findingsIn(files)).toEqual([]);
  });
});

test.each([
  ['app/api/orders/route.ts', '/api/orders'],
  ['app/(shop)/api/orders/[id]/route.ts', '/api/orders/x'],
  ['pages/api/orders/index.ts', '/api/orders'],
  ['pages/api/[...slug].ts', '/api/x'],
  ['lib/a.ts', undefined],
])('%s answers %s', (path, url) => {
  const layout = { routers: { app: 'app', pages: 'pages' }, pageExtensions: ['tsx', 'ts'] };
  expect(urlPathOf(path, layout)).toBe(url);
});

test.each([
  ['/api/:path*', '/api/a/b', true],
  ['/api/:path*', '/api', true],
  ['/api/:path+', '/api', false],
  ['/api/:path', '/api/a/b', false],
  ['/api/:path', '/api/a', true],
  ['/(.*)', '/api/a', true],
  ['/:path*', '/', true],
  ['/api/(.*)', '/apis', false],
  ['/((?!api|_next/static).*)', '/api/a', false],
  ['/((?!api|_next/static).*)', '/orders', true],
  ['/:lang(en|de)/api', '/en/api', true],
  ['/a.b', '/aXb', false],
  ['/{a}', '/a', undefined],
  ['api', '/api', undefined],
] as const)('the pattern %s takes %s: %s', (pattern, path, taken) => {
  expect(takesPath(pattern, path)).toBe(taken);
});
