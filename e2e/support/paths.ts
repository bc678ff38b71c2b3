import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Everything the suite installs and builds; ignored by git. */
export const workFolder = fileURLToPath(new URL('../.work', import.meta.url));

export const tarball = `${workFolder}/signal-next.tgz`;
