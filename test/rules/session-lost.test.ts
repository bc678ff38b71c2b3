import { expect, test } from 'vitest';
import { sessionLost } from '../../src/rules/session-lost.js';
import { analysedProject } from '../support/analysed-project.js';

const PATH = 'app/api/orders/route.ts';
const TEXT = `import { signal } from '@/lib/signal-server';

function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'a' });
}
function order(id: string) {
  track(id);
  if (id) order('');
}
function buy(id: string) {
  order(id);
}
export async function POST(request: Request) {
  track('1');
}
export async function PUT(request: Request) {
  buy('2');
}
function serve(id: string) {
  // signal-next-ignore-next-line session-lost: a service calls this
  track(id);
}
export async function PATCH(request: Request) {
  serve('3');
  other('4');
}
function other(id: string) {
  signal.capture({ distinctId: id, event: 'b' });
}
`;

test('the session is lost where request scopes call what leads to a Signal call', () => {
  const { analyses } = analysedProject({ [PATH]: TEXT });
  const findings = analyses.flatMap(({ calls }) => calls.flatMap(sessionLost));
  const line = (offset: number): string => TEXT.slice(offset).split('\n', 1)[0] ?? '';
  expect(
    findings.map(({ start, message, dependsOn = [] }) => [
      line(start),
      message.split(' is not')[0],
      dependsOn.map((place) => `${place.path}: ${line(place.start)}`),
    ]),
  ).toEqual([
    ["track('1');", 'track() in the POST route handler', []],
    ['track(id);', 'track()', []],
    ["buy('2');", 'buy() in the PUT route handler', [`${PATH}: track(id);`, `${PATH}: order(id);`]],
    ["other('4');", 'other() in the PATCH route handler', []],
  ]);
});

const GIVEN = `import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function track(name: string, session?: SessionInfo) {
  signal.capture({ distinctId: 'a', event: name, sessionId: session?.sessionId, windowId: session?.windowId });
}
async function order(name: string, session?: SessionInfo) {
  await track(name, session);
}
async function buy({ name, session }: { name: string; session?: SessionInfo }) {
  await order(name, session);
}
async function forget(name: string, session?: SessionInfo) {
  await order(name);
}
export async function POST(request: Request) {
  await order('1', getSessionInfo(request));
  await forget('2', getSessionInfo(request));
}
export async function PUT(request: Request) {
  await order('3');
  await buy({ name: '4' });
}
export async function PATCH(request: Request) {
  // signal-next-ignore-next-line session-lost: a service calls this
  await order('5');
}
`;

test('and where they call what hands on to others whatever it is given, or a helper keeps it to itself', () => {
  const { analyses } = analysedProject({ [PATH]: GIVEN });
  const line = (offset: number): string => GIVEN.slice(offset).split('\n', 1)[0] ?? '';
  const calls = analyses.flatMap((one) => one.calls);
  expect(calls.map(({ verdict }) => verdict.kind)).toEqual(['fixable']);
  expect(calls.flatMap(sessionLost).map(({ start }) => line(start))).toEqual([
    'order(name);',
    "order('3');",
    "order('5');",
    "buy({ name: '4' });",
  ]);
});

test('a call to which nothing is lost but what is left alone is suppressed, and one that is given all is forwarded', () => {
  const kinds = (text: string): string[] =>
    analysedProject({ [PATH]: text }).analyses.flatMap(({ calls }) =>
      calls.map(({ verdict }) => verdict.kind),
    );
  const complete = GIVEN.replace('order(name);', 'order(name, session);')
    .replace("order('3');", "order('3', getSessionInfo(request));")
    .replace("{ name: '4' }", "{ name: '4', session: getSessionInfo(request) }");
  expect(kinds(complete)).toEqual(['suppressed']);
  expect(kinds(complete.replace("order('5')", "order('5', getSessionInfo(request))"))).toEqual(['forwarded']);
});
