import { dirname } from 'node:path';
import {
  createFolders,
  type FileSystem,
  isOneOf,
  isThere,
  realFileSystem,
  reasonOf,
  replaceFile,
} from './files.js';

/**
 * Writes a report to the file that the user named, wherever that is: in one step, through symbolic links, with the
 * folders above it. A device or a pipe (`/dev/stdout`) is written to as it is.
 * @returns why it could not be written, as a clause that can follow its name; undefined when it was.
 */
export function writeReportFile(
  path: string,
  text: string,
  fs: FileSystem = realFileSystem,
): string | undefined {
  try {
    if (!isThere(fs, path)) createFolders(fs, dirname(path));
    else if (!fs.statSync(path).isFile()) {
      fs.writeFileSync(path, text);
      return undefined;
    }
    replaceFile(fs, isThere(fs, path) ? fs.realpathSync(path) : path, text);
    return undefined;
  } catch (error) {
    return isOneOf(error, 'ENOENT') ? 'is in a folder that cannot be made' : reasonOf(error);
  }
}
