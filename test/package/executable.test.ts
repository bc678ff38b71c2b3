import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const executable = fileURLToPath(new URL('../../bin/signal-next.js', import.meta.url));

function runAsNode(version: string) {
  const preload = join(mkdtempSync(join(tmpdir(), 'signal-next-bin-')), 'preload.cjs');
  writeFileSync(preload, `Object.defineProperty(process.versions, 'node', { value: '${version}' });\n`);
  return spawnSync(process.execPath, ['--require', preload, executable, '--version'], { encoding: 'utf8' });
}

test.each(['12.22.12', '18.20.8', '20.18.3'])(
  'on Node %s it says which Node it needs and exits 2',
  (version) => {
    const { status, stdout, stderr } = runAsNode(version);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('needs Node.js 20.19 or later');
    expect(stderr).toContain(version);
    expect(stderr).toMatch(/Install a newer Node\.js/);
  },
);

test.each(['20.19.0', '22.0.0', '24.3.0'])('on Node %s it goes on', (version) => {
  expect(runAsNode(version).stderr).not.toContain('needs Node.js');
});
