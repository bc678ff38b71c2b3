import { writeSync } from 'node:fs';
import { tuneEngine } from './engine.js';
import { version } from './version.js';

/** Runs the command line in this process. Only what it asks for is loaded: the version alone needs nothing. */
export async function main(argv: readonly string[]): Promise<void> {
  const [flag, ...more] = argv.slice(2);
  if (more.length === 0 && (flag === '--version' || flag === '-v')) {
    try {
      // Without the streams of `process`, which take longer to set up than the rest.
      writeSync(1, `${version()}\n`);
      return;
    } catch {
      // Those know what to do where nothing can be written.
    }
  }
  tuneEngine();
  const { main: run } = await import('./cli.js');
  await run(argv);
}
