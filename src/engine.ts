import { setFlagsFromString } from 'node:v8';

/**
 * Settings of V8 by release line of Node; of a line that is not listed nothing is set, as V8 complains on stderr of a
 * flag that it does not know. Measured on 20,000 files and on large apps, with 20.20, 22.23 and 24.22:
 * - the young generation does not grow: trees outlive it anyway, and the peak of memory is a sixth lower;
 * - code is optimised later: a run is over before most of it pays, and CPU is a tenth to a sixth lower. Node 24 has a
 *   compiler in between, and gains nothing by it;
 * - of what is called little is compiled into the caller, which takes the compiler less: CPU is 2 to 5 % lower;
 * - garbage is collected by one thread: the young generation is too small to be worth more, and CPU is 1 to 3 % lower at
 *   the same wall time; not so with Node 24.
 */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  20: [
    '--semi-space-growth-factor=1',
    '--interrupt-budget=600000',
    '--max-inlined-bytecode-size-cumulative=150',
    '--no-parallel-scavenge',
  ],
  22: [
    '--semi-space-growth-factor=1',
    '--invocation-count-for-turbofan=25000',
    '--max-inlined-bytecode-size-cumulative=150',
    '--no-parallel-scavenge',
  ],
  24: ['--semi-space-growth-factor=1', '--max-inlined-bytecode-size-cumulative=150'],
};

/** Sets the engine up for a run of a few seconds over many files. */
export function tuneEngine(): void {
  const [line = ''] = process.versions.node.split('.');
  for (const flag of FLAGS[line] ?? []) setFlagsFromString(flag);
}
