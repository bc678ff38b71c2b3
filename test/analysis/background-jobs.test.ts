import { expect, test } from 'vitest';
import { analysedProject } from '../support/analysed-project.js';

/** Why the only Signal call of `lib/jobs.ts` is refused. */
function refusalOf(code: string): string {
  const text = `import { signal } from '@/lib/signal-server';\n${code}`;
  const { analyses } = analysedProject({ 'lib/jobs.ts': text });
  const verdicts = analyses.flatMap(({ calls }) => calls.map(({ verdict }) => verdict));
  return verdicts.map((one) => (one.kind === 'refused' ? one.reason : one.kind)).join();
}

const JOB = "async () => { signal.capture({ distinctId: 'shop', event: 'stock_counted' }); }";

test.each([
  ['a worker', `import { Worker } from 'bullmq';\nnew Worker('stock', ${JOB});`],
  ['a schedule of a default import', `import cron from 'node-cron';\ncron.schedule('0 3 * * *', ${JOB});`],
  ['a schedule of a namespace', `import * as cron from 'node-cron';\ncron.schedule('0 3 * * *', ${JOB});`],
  [
    'a queue that is the export',
    `import { Queue } from 'quirrel/next';\nexport default Queue('stock', ${JOB});`,
  ],
  [
    'a schedule in an object',
    `import { schedules } from '@trigger.dev/sdk/v3';\nexport const stock = schedules.task({ id: 'stock', run: ${JOB} });`,
  ],
  [
    'a schedule in an object through a namespace',
    `import * as trigger from '@trigger.dev/sdk/v3';\nexport const stock = trigger.schedules.task({ id: 'stock', run: ${JOB} });`,
  ],
  [
    'a function of a client that a package makes',
    `import { inngest } from '@acme/events';\nexport const stock = inngest.createFunction({ id: 'stock' }, { cron: '0 3 * * *' }, ${JOB});`,
  ],
])('%s runs a background job', (_what, code) => {
  expect(refusalOf(code)).toBe('background-job');
});

test.each([
  ['another function of the package', `import cron from 'node-cron';\ncron.validate('0 3 * * *', ${JOB});`],
  ['the package itself', `import cron from 'node-cron';\ncron(${JOB});`],
  ['another package', `import timer from '@acme/timer';\ntimer.schedule('0 3 * * *', ${JOB});`],
  ['an export of another name', `import { jobs } from 'node-cron';\njobs.schedule('0 3 * * *', ${JOB});`],
  ['what no import gives', `globalThis.cron.schedule('0 3 * * *', ${JOB});`],
  [
    'a function made without an id',
    `import { shop } from '@acme/shop';\nexport const stock = shop.createFunction({ name: 'stock' }, ${JOB});`,
  ],
])('%s does not', (_what, code) => {
  expect(refusalOf(code)).toBe('library-callback');
});
