// `npm run demo`: init, migrate and check on a copy of examples/app-router. Nothing of the copy is left behind.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const executable = join(root, 'bin/signal-next.js');
const env = { ...process.env, FORCE_COLOR: '1' };
delete env.NO_COLOR;

function newest(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function isBuilt() {
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli)) return false;
  const sources = ['src', 'transforms', 'templates', 'runtime', 'scripts'];
  return sources.every((folder) => newest(folder) < statSync(cli).mtimeMs);
}

/** Shows and runs one command in `cwd`; its exit code must be 0. */
function show(cwd, ...args) {
  console.log(`\n\x1b[1m$ signal-next ${args.join(' ')}\x1b[22m\n`);
  const { status } = spawnSync(process.execPath, [executable, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`\`signal-next ${args.join(' ')}\` ended with exit code ${status}.`);
}

if (!isBuilt()) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const work = realpathSync(mkdtempSync(join(tmpdir(), 'signal-next-demo-')));
try {
  const app = join(work, 'fernhill-plants');
  const generated = /[\\/](node_modules|\.next|next-env\.d\.ts|\.env\.local)$/;
  cpSync(join(root, 'examples/app-router'), app, {
    recursive: true,
    filter: (path) => !generated.test(path),
  });
  console.log(`examples/app-router, copied to ${app}`);
  show(app, 'init', '--yes', '--skip-install');
  show(app, 'migrate', '--dry-run');
  show(app, 'migrate', '--yes');
  show(app, 'check');
  console.log(`\nThe copy is removed. Try it on your own app: node ${executable} migrate --dry-run`);
} catch (error) {
  process.stderr.write(`demo failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
