import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { terminalPicture } from '../../scripts/terminal-picture.js';
import { cli } from '../cli/support/run-cli.js';
import { withProject } from '../support/project-folder.js';

const picture = new URL('../../docs/finding.svg', import.meta.url);
const app = join(import.meta.dirname, '../../e2e/apps/trpc');
const lost = 'src/pages/api/import.ts';
test('docs/finding.svg shows what check says today', async () => {
  const files = readdirSync(app, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const folder = withProject(
    Object.fromEntries(
      files
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [relative(app, path), readFileSync(path, 'utf8')]),
    ),
  );
  try {
    await cli(folder.root, ['init', '--yes', '--skip-install']);
    const terminal = { width: 92, wrap: true, colour: true, unicode: true };
    const { stdout } = await cli(folder.root, ['check', lost], { terminal });
    const command = `\x1b[2m$\x1b[22m npx signal-next check ${lost}`;
    const svg = terminalPicture(`${command}\n${stdout}`, 'signal-next check shows where a session is lost');
    if (process.env.UPDATE_FIXTURES) writeFileSync(picture, svg);
    expect(readFileSync(picture, 'utf8')).toBe(svg);
  } finally {
    folder.remove();
  }
});
