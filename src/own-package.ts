import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package and its version, whether it runs from `src` or from `dist`; undefined where it has none. */
export function ownPackage(): { readonly folder: string; readonly version: string } | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (typeof manifest === 'object' && manifest !== null && 'name' in manifest && 'version' in manifest) {
        if (manifest.name === 'signal-next') return { folder, version: String(manifest.version) };
      }
    } catch {
      // No package.json here: look one folder up.
    }
    if (folder === dirname(folder)) return undefined;
  }
}
