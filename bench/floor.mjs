// What any program on Node has to do for a look at all sources of a folder: git's list, and each file opened, read and closed.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';

const { stdout } = spawnSync('git', ['ls-files', '-z', '-c', '-o', '--exclude-standard'], {
  encoding: 'utf8',
  maxBuffer: 512 * 1024 * 1024,
});
const buffer = Buffer.allocUnsafe(4 * 1024 * 1024);
for (const path of stdout.split('\0')) {
  if (!/\.[jt]sx?$/.test(path)) continue;
  const descriptor = openSync(path);
  readSync(descriptor, buffer);
  closeSync(descriptor);
}
