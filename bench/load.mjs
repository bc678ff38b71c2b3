// 50,000 capture calls in one process against a receiver that fails half of its requests: `npm run build && npm run bench:load`.
// Options: --calls 50000, --seed 1, --no-posthog (else posthog-node is installed into bench/.installed the first time).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomFrom, startFailingSink } from './load/sink.mjs';

const POSTHOG = 'posthog-node@5.70.0';
/** Seconds for one client to settle everything; then it is ended and what arrived is counted. */
const LIMIT = 150;

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    'no-posthog': { type: 'boolean', default: false },
  },
});
const calls = Number(values.calls);

function posthogModule() {
  const folder = join(here, '.installed');
  const require = createRequire(join(folder, 'package.json'));
  if (!existsSync(join(folder, 'node_modules/posthog-node'))) {
    mkdirSync(folder, { recursive: true });
    console.error(`Installing ${POSTHOG} into bench/.installed …`);
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    const { status } = spawnSync('npm', ['install', '--prefix', folder, ...flags, POSTHOG], {
      stdio: 'ignore',
    });
    if (status !== 0) return undefined;
  }
  return require.resolve('posthog-node');
}

/** Runs one client; `undefined` when it had to be ended. */
function runClient(kind, url, modulePath) {
  return new Promise((resolve) => {
    const script = join(here, 'load/client.mjs');
    const args = [script, kind, url, String(calls), String(LIMIT - 20), modulePath ?? ''];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT * 1000);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', () => {
      clearTimeout(timer);
      try {
        resolve(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
      } catch {
        resolve(undefined);
      }
    });
  });
}

async function measure(kind, modulePath) {
  const sink = await startFailingSink(randomFrom(Number(values.seed)));
  const figures = await runClient(kind, sink.url, modulePath);
  await sink.close();
  const repeats = [...sink.accepted.values()].reduce((sum, times) => sum + times - 1, 0);
  return {
    kind,
    lost: kind === 'nothing' ? 0 : calls - sink.accepted.size,
    duplicated: repeats,
    requests: sink.requests.accepted + sink.requests.failed,
    failed: sink.requests.failed,
    ...figures,
  };
}

function row({ kind, lost, duplicated, requests, failed, callMs, totalMs, maxRss }) {
  const cells = [kind, lost, duplicated, requests, failed];
  const seconds = (ms) => (ms === undefined ? 'ended' : (ms / 1000).toFixed(2));
  return [...cells, seconds(callMs), seconds(totalMs), maxRss === undefined ? '' : Math.round(maxRss / 1024)];
}

const server = join(here, '../sdk/server.js');
if (!existsSync(server)) {
  console.error('sdk/server.js is not there. Run `npm run build` first.');
  process.exitCode = 2;
} else {
  const results = [await measure('nothing'), await measure('signal-next', server)];
  const posthog = values['no-posthog'] ? undefined : posthogModule();
  if (posthog) {
    results.push(await measure('posthog-node', posthog), await measure('posthog-node, tuned', posthog));
  } else if (!values['no-posthog']) {
    console.error(`${POSTHOG} could not be installed, so its figures are left out.`);
  }
  const head = ['client', 'lost', 'duplicated', 'requests', 'failed', 'calls s', 'total s', 'max RSS MB'];
  const table = [head, ...results.map(row)].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
  console.log(
    `${calls} capture calls, half of the requests fail, seed ${values.seed}, Node ${process.version}`,
  );
  for (const cells of table) console.log(cells.map((cell, at) => cell.padStart(widths[at])).join('  '));
  const ours = results[1];
  if (ours.lost > 0 || ours.duplicated > 0 || ours.totalMs === undefined) process.exitCode = 1;
}
