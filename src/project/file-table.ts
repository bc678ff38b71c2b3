import { dirname, join } from 'node:path';
import { entriesOf, isFile } from './files.js';

/**
 * Answers whether files exist by listing each folder once, which a resolver that tries many names needs.
 * Symlinks are followed. Make a new one after files came or went.
 * @param isKnown whether it is sure of an absolute path without a look.
 */
export function createFileTable(isKnown: (path: string) => boolean): (path: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>();
  return (path) => {
    if (isKnown(path)) return true;
    const folder = dirname(path);
    let names = folders.get(folder);
    if (names === undefined) {
      names = fileNamesIn(folder);
      folders.set(folder, names);
    }
    return names.has(path.slice(folder.length + 1));
  };
}

function fileNamesIn(folder: string): ReadonlySet<string> {
  return new Set(
    entriesOf(folder).flatMap((entry) =>
      entry.isFile() || (entry.isSymbolicLink() && isFile(join(folder, entry.name))) ? entry.name : [],
    ),
  );
}
