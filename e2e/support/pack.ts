import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { succeed } from './command.js';
import { repository, tarball, workFolder } from './paths.js';

/** Builds and packs the package once for the whole suite (`npm pack` runs the build). */
export default async function pack(): Promise<void> {
  await mkdir(workFolder, { recursive: true });
  const out = await succeed('npm', ['pack', '--silent', '--pack-destination', workFolder], {
    cwd: repository,
  });
  const name = out.trim().split('\n').at(-1) ?? '';
  await rename(join(workFolder, name), tarball);
}
