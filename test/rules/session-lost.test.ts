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
