import { posix } from 'node:path';
import type { ModuleHost } from '../../src/analysis/module-host.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';

const EXTENSIONS = ['tsx', 'ts', 'mts', 'cts', 'jsx', 'js', 'mjs', 'cjs'];

/**
 * A project that lives in memory: project-relative paths to file texts. Resolves relative specifiers and `@/`
 * (the root, or `src` where the root has no such file); anything else counts as a package.
 */
export function memoryHost(files: Record<string, string>): ModuleHost {
  const parsed = new Map<string, SourceFile | undefined>();

  const fileAt = (base: string): string | undefined => {
    const stem = base.replace(/\.([cm]?)jsx?$/, '');
    const candidates = [
      base,
      ...EXTENSIONS.map((extension) => `${base}.${extension}`),
      ...(stem === base ? [] : EXTENSIONS.map((extension) => `${stem}.${extension}`)),
      ...EXTENSIONS.map((extension) => `${base}/index.${extension}`),
    ];
    return candidates.find((candidate) => Object.hasOwn(files, candidate));
  };

  return {
    sourcePaths: Object.keys(files),
    load(path) {
      if (!parsed.has(path)) {
        const text = Object.hasOwn(files, path) ? files[path] : undefined;
        const result = text === undefined ? undefined : parseSource(path, text);
        parsed.set(path, result?.kind === 'parsed' ? result.file : undefined);
      }
      return parsed.get(path);
    },
    text(path) {
      return Object.hasOwn(files, path) ? files[path] : undefined;
    },
    resolve(specifier, from) {
      if (specifier.startsWith('@/')) {
        return fileAt(specifier.slice(2)) ?? fileAt(`src/${specifier.slice(2)}`);
      }
      if (!/^\.\.?(\/|$)/.test(specifier)) return undefined;
      return fileAt(posix.join(posix.dirname(from), specifier));
    },
    specifierFor(to, from) {
      const stem = to.replace(/\.[cm]?[jt]sx?$/, '').replace(/(^|\/)index$/, '');
      const relative = posix.relative(posix.dirname(from), stem);
      if (from.includes('/') && relative.startsWith('.')) return `@/${stem.replace(/^src\//, '')}`;
      return relative.startsWith('.') ? relative : `./${relative}`;
    },
  };
}
