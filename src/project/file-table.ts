import { dirname, join } from 'node:path';
import { entriesOf, isFile } from './files.js';

/**
 * So many names of a folder are looked up before it is listed. Not where a name may be found that is written in other
 * case: a file would have two paths.
 */
const FEW = process.platform === 'linux' ? 2 : 0;

/**
 * Answers whether files exist, by listing a folder of which many names are asked, as a resolver does that tries them.
 * Symlinks are followed. Make a new one after files came or went.
 * @param isKnown whether it is sure of an absolute path without a look.
 */
export function createFileTable(isKnown: (path: string) => boolean): (path: string) => boolean {
  const folders = new Map<string, ReadonlySet<string> | number>();
  return (path) => {
    if (isKnown(path)) return true;
    const folder = dirname(path);
    let names = folders.get(folder) ?? 0;
    if (typeof names === 'number') {
      if (names < FEW) {
        folders.set(folder, names + 1);
        return isFile(path);
      }
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
