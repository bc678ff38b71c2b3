import { expect, test } from 'vitest';
import { analysedProject } from '../support/analysed-project.js';

/** What becomes of the call in a GET of Next 14 that is dynamic only where it reads the request each time. */
function verdictOf(
  body: string,
  handlerOf = (inside: string) => `export async function GET(request: Request) {${inside}}`,
): string {
  const inside = `
  ${body}
  signal.capture({ distinctId: 'shop', event: 'listed' });
  return Response.json({});
`;
  const text = `import { signal } from '@/lib/signal-server';\n${handlerOf(inside)}`;
  const { analyses } = analysedProject({ 'app/api/list/route.ts': text }, { nextMajor: 14 });
  const verdicts = analyses.flatMap(({ calls }) => calls.map(({ verdict }) => verdict));
  return verdicts.map((one) => (one.kind === 'refused' ? one.reason : one.kind)).join();
}

const READ = "request.headers.get('x-plan')";

test.each([
  ['in the test of a branch', `if (${READ} === 'free') console.log('free');`],
  ['in the test of a conditional expression', `const limit = ${READ} === 'free' ? 10 : 100;`],
  ['left of an operator', `const plan = ${READ} ?? 'free';`],
  ['in a block of its own', `{ console.log(${READ}); }`],
])('what is read %s is read each time', (_where, body) => {
  expect(verdictOf(body)).toBe('fixable');
});

test.each([
  ['in a branch', `if (Date.now() > 0) console.log(${READ});`],
  ['in the other branch', `if (Date.now() > 0) console.log(); else console.log(${READ});`],
  ['in a conditional expression', `const plan = Date.now() > 0 ? ${READ} : 'free';`],
  ['right of an operator', `const plan = process.env.PLAN ?? ${READ};`],
  ['in a case', `switch (process.env.PLAN) { case 'own': console.log(${READ}); }`],
  ['in a loop', `for (const one of process.argv) console.log(one, ${READ});`],
  ['in a catch', `try { JSON.parse('') } catch { console.log(${READ}); }`],
  ['behind a return', `if (process.env.CI) return Response.json([]);\n  console.log(${READ});`],
])('what is read %s may not be read', (_where, body) => {
  expect(verdictOf(body)).toBe('static-route');
});

test('a branch around the handler itself does not matter', () => {
  const handlerOf = (inside: string) => `function handlerFor(kind: string) {
  if (kind === 'list') return async function (request: Request) {${inside}};
  return () => new Response();
}
export const GET = handlerFor('list');`;
  expect(verdictOf(`console.log(${READ});`, handlerOf)).toBe('fixable');
});
