import { describe, expect, test } from 'vitest';
import { analysedProject } from '../support/analysed-project.js';

const CAPTURE = "signal.capture({ distinctId: 'a', event: 'ordered' });";
const IMPORT = "import { signal, getSessionInfo } from '@/lib/signal-server';\n";

describe('what a person is told of the place that has the request', () => {
  test.each([
    [
      'a request',
      'app/api/a/route.ts',
      `export async function POST(request: Request) { ${CAPTURE} }`,
      ['request: Request', 'the request is at hand here'],
    ],
    [
      'no parameter',
      'app/api/a/route.ts',
      `export async function GET() { ${CAPTURE} }`,
      ['async function GET()', 'the request can be received here'],
    ],
    [
      'a Server Action',
      'app/actions.ts',
      `'use server';\nexport async function order() { ${CAPTURE} }`,
      ['async function order()', '`await headers()` gives the session here'],
    ],
    [
      'a Server Action that has read the headers',
      'app/actions.ts',
      `'use server';\nimport { headers } from 'next/headers';\nexport async function order() { const read = await headers(); ${CAPTURE} }`,
      ['read = await headers()', 'the headers have been read here already'],
    ],
    [
      'no context',
      'pages/a.tsx',
      `export async function getServerSideProps() { ${CAPTURE} return { props: {} }; }`,
      ['async function getServerSideProps()', 'the request can be received here'],
    ],
    [
      'a context that is taken apart',
      'pages/a.tsx',
      `export async function getServerSideProps({ params }) { ${CAPTURE} return { props: {} }; }`,
      ['{ params }', '`req` can be taken here'],
    ],
    [
      'a session that has been read',
      'app/api/a/route.ts',
      `export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({ distinctId: distinctId || 'a', event: 'a', sessionId, windowId });
  ${CAPTURE}
}`,
      ['getSessionInfo(request)', 'the session has been read here already'],
    ],
    [
      'a helper',
      'app/api/a/route.ts',
      `const track = () => { ${CAPTURE} };\nexport async function POST(request: Request) { track(); }`,
      ['() =>', 'the session can be handed to this function'],
    ],
  ])('%s', (_, path, text, [place, said]) => {
    const before = text.startsWith("'use server'") ? text.replace('\n', `\n${IMPORT}`) : `${IMPORT}${text}`;
    const { analyses } = analysedProject({ [path]: before });
    const labels = analyses.flatMap(({ calls }) => calls.flatMap(({ request }) => request ?? []));
    expect(labels.map(({ start, end, text: label }) => [before.slice(start, end), label])).toEqual([
      [place, said],
    ]);
  });
});
