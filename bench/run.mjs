// The table of the README: `npm run build && npm run bench`, or some parts of it: `npm run bench -- version check-20k`.
// Options: --rounds 5, --folder <dir> (where the trees and the peers are kept; in the system's folder for temporary files).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PARTS } from './parts.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const RESULTS = join(repository, 'bench/results.json');
const README = join(repository, 'README.md');
const [START, END] = ['<!-- bench -->', '<!-- /bench -->'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    folder: { type: 'string', default: join(tmpdir(), 'signal-next-bench') },
  },
});

const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  run(positionals.length > 0 ? positionals : Object.keys(PARTS));
}

function run(names) {
  mkdirSync(values.folder, { recursive: true });
  const setting = {
    folder: values.folder,
    cli: join(repository, 'bin/signal-next.js'),
    rounds: Number(values.rounds),
  };
  for (const name of names) {
    process.stderr.write(`${name} …\n`);
    const rows = PARTS[name](setting);
    for (const row of rows)
      process.stderr.write(`  ${row.what}: ${row.measured} (required: ${row.required})\n`);
    save(name, rows);
  }
  writeTable();
}

/** Each part is kept, so that one alone can be measured again. */
function save(name, rows) {
  const results = { ...readResults(), [name]: { machine: machine(), rows } };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

function readResults() {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'));
  } catch {
    return {};
  }
}

function machine() {
  const names = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
  const node = process.versions.node.split('.').slice(0, 2).join('.');
  return `${cpus().length} cores, Node ${node}, ${names[platform()] ?? platform()} ${arch()}`;
}

function writeTable() {
  const results = readResults();
  const known = Object.keys(PARTS).filter((name) => name in results);
  const rows = known.flatMap((name) => results[name].rows);
  const machines = [...new Set(known.map((name) => results[name].machine))].join('; ');
  const table = [
    '| what | goal | measured | |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ what, required, measured, met }) =>
        `| ${what} | ${required} | ${measured} | ${met ? 'met' : met === false ? 'not met' : ''} |`,
    ),
    '',
    `Measured with \`npm run bench\` on ${machines}: whole processes in interleaved rounds, medians of the ratios of each round.`,
  ].join('\n');
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${START} … ${END}`);
  writeFileSync(README, `${before}${START}\n${table}\n${END}${after}`);
}
