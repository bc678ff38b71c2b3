import { describe, expect, it } from 'vitest';
import { run } from './support/command.js';
import { repository } from './support/paths.js';

describe('what init generates type-checks', () => {
  it.each(['13.5.11', '14.2.35', '15.5.29', '16.4.6'])('on Next.js %s', async (version) => {
    const output = await run('node', ['e2e/types/run.mjs', version], { cwd: repository });
    expect(output, output.stdout + output.stderr).toMatchObject({ exitCode: 0 });
  });
});
