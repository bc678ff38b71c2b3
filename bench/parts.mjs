// What is measured: each part runs its subjects in interleaved rounds and gives rows of the table.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { difference, interleaved, median, peakMemory, ratio } from './measure.mjs';
import { editingSubjects, peerSubjects } from './peers.mjs';
import { treeOf } from './tree/tree.mjs';

/**
 * @typedef {{ what: string, required: string, measured: string, met: boolean | undefined }} Row
 * @typedef {{ folder: string, cli: string, rounds: number }} Setting
 */

const NODE = (cwd) => ({ name: 'node', command: ['node', '-e', '0'], cwd });
const RIPGREP = (cwd) => ({ name: 'rg', command: ['rg', '-l', '-tts', '-tjs', 'capture', './'], cwd });
/** What no program on Node can go below that looks at every file. */
const FLOOR = (cwd) => ({
  name: 'floor',
  command: ['node', fileURLToPath(new URL('floor.mjs', import.meta.url))],
  cwd,
});
const floorRow = (measured) => ({
  what: 'of that: node, the list of git, and each file opened, read and closed',
  required: '',
  measured,
  met: undefined,
});
const ours = (name, cli, cwd, ...args) => ({ name, command: ['node', cli, ...args], cwd });
/** With the cache that the round before left, or the one that is not counted; an app has a `node_modules`. */
const again = (name, cli, cwd, ...args) => ({
  ...ours(name, cli, cwd, ...args, '--cache'),
  prepare: () => mkdirSync(join(cwd, 'node_modules'), { recursive: true }),
});

/** What a hook would be given: files with and without Signal calls. */
function fiveFiles(cwd) {
  const asked = ['src/features/*/actions.ts', 'src/components/*/*.tsx', 'src/lib/*/*.ts'];
  const { stdout } = spawnSync('git', ['ls-files', '--', ...asked], { cwd, encoding: 'utf8' });
  const paths = stdout.split('\n').filter((path) => path !== '' && !path.includes('/tracking/'));
  const some = asked.flatMap((pattern) => {
    const [folder] = pattern.split('*');
    return paths.filter((path) => path.startsWith(folder)).slice(0, folder === 'src/lib/' ? 1 : 2);
  });
  return some.slice(0, 5);
}

const times = (number) => `${number.toFixed(2)} ×`;
const megabytes = (number) => (number === undefined ? 'not measured' : `${Math.round(number)} MB`);
const atMost = (measured, required) => (measured === undefined ? undefined : measured <= required);

/** @type {Record<string, (setting: Setting) => readonly Row[]>} */
export const PARTS = {
  version({ folder, cli, rounds }) {
    const samples = interleaved([NODE(folder), ours('ours', cli, folder, '--version')], rounds * 3);
    const added = difference(samples, 'ours', 'node');
    return [
      {
        what: '`--version` over bare node',
        required: '+ 25 ms CPU',
        measured: `+ ${Math.round(added)} ms`,
        met: added <= 25,
      },
    ];
  },

  'check-none-20k'({ folder, cli, rounds }) {
    const cwd = treeOf(folder, 20_000, 'none');
    const samples = interleaved([RIPGREP(cwd), FLOOR(cwd), ours('ours', cli, cwd, 'check')], rounds);
    const [cpu, wall] = [ratio(samples, 'ours', 'rg'), ratio(samples, 'ours', 'rg', 'wall')];
    return [
      {
        what: '`check`, 20k files, no candidates',
        required: '1.0 × rg CPU, 1.5 × wall',
        measured: `${times(cpu)} CPU, ${times(wall)} wall`,
        met: cpu <= 1 && wall <= 1.5,
      },
      floorRow(
        `${times(ratio(samples, 'floor', 'rg'))} CPU, ${times(ratio(samples, 'floor', 'rg', 'wall'))} wall`,
      ),
    ];
  },

  'check-20k'({ folder, cli, rounds }) {
    const cwd = treeOf(folder, 20_000, 'direct');
    const subject = ours('ours', cli, cwd, 'check');
    const samples = interleaved([RIPGREP(cwd), subject, again('again', cli, cwd, 'check')], rounds);
    const cpu = ratio(samples, 'ours', 'rg');
    const second = ratio(samples, 'again', 'rg');
    const memory = peakMemory(subject);
    return [
      {
        what: '`check`, 20k files, 0.5 % with Signal calls, first run',
        required: '3.3 × rg CPU',
        measured: times(cpu),
        met: cpu <= 3.3,
      },
      {
        what: 'the same, second run with `--cache`',
        required: '1.5 × rg CPU',
        measured: times(second),
        met: second <= 1.5,
      },
      {
        what: 'peak memory, 20k files',
        required: '130 MB',
        measured: megabytes(memory),
        met: atMost(memory, 130),
      },
    ];
  },

  'check-100k'({ folder, cli, rounds }) {
    const [small, large] = [treeOf(folder, 20_000, 'direct'), treeOf(folder, 100_000, 'direct')];
    const subject = ours('large', cli, large, 'check');
    const samples = interleaved(
      [RIPGREP(large), FLOOR(large), subject, ours('small', cli, small, 'check')],
      Math.max(1, Math.ceil(rounds / 2)),
    );
    const cpu = ratio(samples, 'large', 'rg');
    const perFile = ratio(samples, 'large', 'small') / 5;
    const memory = peakMemory(subject);
    return [
      {
        what: '`check`, 100k files, 0.5 % with Signal calls, first run',
        required: '2 × rg CPU',
        measured: times(cpu),
        met: cpu <= 2,
      },
      floorRow(times(ratio(samples, 'floor', 'rg'))),
      {
        what: 'cost per file, 100k files to 20k',
        required: 'within 10 %',
        measured: `${perFile >= 1 ? '+' : '−'} ${Math.abs(Math.round((perFile - 1) * 100))} %`,
        met: perFile <= 1.1,
      },
      {
        what: 'peak memory, 100k files',
        required: '250 MB',
        measured: megabytes(memory),
        met: atMost(memory, 250),
      },
    ];
  },

  'helpers-20k'({ folder, cli, rounds }) {
    const [direct, helpers] = [treeOf(folder, 20_000, 'direct'), treeOf(folder, 20_000, 'helpers')];
    const samples = interleaved(
      [RIPGREP(helpers), ours('helpers', cli, helpers, 'check'), ours('direct', cli, direct, 'check')],
      rounds,
    );
    const added = median(
      samples
        .get('helpers')
        .map(({ cpu }, round) => (cpu - samples.get('direct')[round].cpu) / samples.get('rg')[round].cpu),
    );
    return [
      {
        what: 'helpers traced to all callers, 20k files',
        required: '3.5 × rg CPU on top',
        measured: `${times(added)} on top`,
        met: added <= 3.5,
      },
    ];
  },

  'five-files'({ folder, cli, rounds }) {
    const cwd = treeOf(folder, 20_000, 'direct');
    const samples = interleaved([NODE(cwd), ours('ours', cli, cwd, 'check', ...fiveFiles(cwd))], rounds * 3);
    const added = difference(samples, 'ours', 'node');
    return [
      {
        what: '`check` of 5 of 20k files, over bare node',
        required: '+ 160 ms CPU',
        measured: `+ ${Math.round(added)} ms`,
        met: added <= 160,
      },
    ];
  },

  migrate({ folder, cli, rounds }) {
    const clean = treeOf(folder, 20_000, 'direct');
    const cwd = join(folder, 'migrated');
    const { stdout } = spawnSync('git', ['grep', '-l', 'signal\\.capture(', '--', 'src'], {
      cwd: clean,
      encoding: 'utf8',
    });
    const changed = stdout.trim().split('\n');
    const prepare = () => {
      rmSync(cwd, { recursive: true, force: true });
      cpSync(clean, cwd, {
        recursive: true,
        // Without the folder itself git would not take it for a repository.
        filter: (path) => !path.startsWith(join(clean, '.git/objects/')),
      });
      // The index has the status of the files that were copied, and git would compare all of them.
      spawnSync('git', ['update-index', '-q', '--refresh'], { cwd });
    };
    const samples = interleaved(
      [
        ours('check', cli, clean, 'check'),
        { ...ours('migrate', cli, cwd, 'migrate', '--yes', '--force'), prepare },
        ...editingSubjects(folder, clean, changed),
      ],
      Math.max(1, Math.ceil(rounds / 2)),
    );
    rmSync(cwd, { recursive: true, force: true });
    const perFile = difference(samples, 'migrate', 'check') / changed.length;
    const peer = difference(samples, 'editing', 'idle') / changed.length;
    return [
      {
        what: '`migrate`, 100 changed files, validation included, over `check`',
        required: '20 ms CPU a file',
        measured: `${perFile.toFixed(1)} ms`,
        met: perFile <= 20,
      },
      {
        what: `the same, against jscodeshift that edits and prints these files (${peer.toFixed(1)} ms)`,
        required: '0.55 × the CPU',
        measured: times(perFile / peer),
        met: perFile / peer <= 0.55,
      },
    ];
  },

  peers({ folder, cli }) {
    const cwd = treeOf(folder, 20_000, 'direct');
    const subjects = [ours('ours', cli, cwd, 'check'), ...peerSubjects(folder, cwd)];
    // Some take minutes, so that the files are in the system's cache long before the first has read them all.
    const samples = interleaved(subjects, 1, 0);
    return subjects.slice(1).map(({ name, required }) => {
      const cpu = ratio(samples, name, 'ours');
      return {
        what: `${name}, 20k files, against \`check\``,
        required: `${required} × the CPU`,
        measured: times(cpu),
        met: cpu >= required,
      };
    });
  },
};
