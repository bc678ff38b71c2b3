import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of this package, from its own package.json, whether it runs from `src` or from `dist`. */
export function version(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (typeof manifest === 'object' && manifest !== null && 'name' in manifest && 'version' in manifest) {
        if (manifest.name === 'signal-next') return String(manifest.version);
      }
    } catch {
      // No package.json here: look one folder up.
    }
    if (folder === dirname(folder)) return 'unknown';
  }
}
