// Measures whole processes, with what they start: CPU (user and system), wall time and peak memory.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A certificate file makes every start of Node 20 read it, 50 ms of CPU that are not ours. */
const { NODE_EXTRA_CA_CERTS, ...environment } = process.env;
const env = { ...environment, NO_COLOR: '1', CI: '1' };

/** The shell's own `time` counts children and gives milliseconds. */
const TIMED = 'TIMEFORMAT="%3R %3U %3S"; time { "$@" >/dev/null 2>&1 </dev/null; }';

/**
 * @typedef {{ name: string, command: readonly string[], cwd: string, prepare?: () => void }} Subject
 * @typedef {{ cpu: number, wall: number }} Sample seconds
 */

/** Runs the command once. @param {Subject} subject @returns {Sample} */
export function sample({ command, cwd, prepare }) {
  prepare?.();
  const { stderr, status } = spawnSync('bash', ['-c', TIMED, '--', ...command], {
    cwd,
    env,
    encoding: 'utf8',
  });
  const match = /^(\S+) (\S+) (\S+)\s*$/m.exec(stderr);
  // 1 is what a check with findings and a search without hits end in.
  if (!match || (status ?? 3) > 1)
    throw new Error(`${command.join(' ')} in ${cwd} ended with ${status}: ${stderr}`);
  return { wall: Number(match[1]), cpu: Number(match[2]) + Number(match[3]) };
}

/**
 * Runs the subjects one after the other, `rounds` times, so that what else the machine does hits all of them alike.
 * A round before that, which is not counted, fills the file cache.
 * @param {readonly Subject[]} subjects
 * @param {number} uncounted rounds of that kind
 * @returns {Map<string, Sample[]>}
 */
export function interleaved(subjects, rounds, uncounted = 1) {
  const samples = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = -uncounted; round < rounds; round += 1) {
    for (const subject of subjects) {
      const one = sample(subject);
      if (round >= 0) samples.get(subject.name).push(one);
    }
  }
  return samples;
}

/** The median of the ratios, taken round by round. */
export function ratio(samples, name, to, what = 'cpu') {
  const base = samples.get(to);
  return median(samples.get(name).map((one, round) => one[what] / base[round][what]));
}

/** The median of the differences, round by round, in milliseconds. */
export function difference(samples, name, to, what = 'cpu') {
  const base = samples.get(to);
  return 1000 * median(samples.get(name).map((one, round) => one[what] - base[round][what]));
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The largest resident size of any process that the command starts, in MB; undefined without GNU time. */
export function peakMemory({ command, cwd, prepare }) {
  if (!existsSync('/usr/bin/time')) return undefined;
  prepare?.();
  const { stderr } = spawnSync('/usr/bin/time', ['-f', 'peak %M', ...command], {
    cwd,
    env,
    encoding: 'utf8',
  });
  const kilobytes = /^peak (\d+)$/m.exec(stderr)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
