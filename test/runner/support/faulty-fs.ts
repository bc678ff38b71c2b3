import { type FileSystem, realFileSystem } from '../../../src/runner/files.js';

/** Thrown by the call at which the process dies, and by every call after it. */
export class Killed extends Error {}

export type Fault =
  /** This one call fails, and does nothing. */
  | { readonly kind: 'fails'; readonly code: string }
  /** This call and all after it that need space or a working disk fail. */
  | { readonly kind: 'fails-from-here'; readonly code: string; readonly calls?: readonly string[] }
  /** As `kill -9` just before the call. */
  | { readonly kind: 'killed' }
  /** As `kill -9` in the middle of it: half of the bytes are written. */
  | { readonly kind: 'torn' };

/** The calls that change something. */
const CHANGING = new Set([
  'closeSync',
  'fchmodSync',
  'fchownSync',
  'fsyncSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmdirSync',
  'unlinkSync',
  'writeFileSync',
]);

export interface FaultyFileSystem {
  readonly fs: FileSystem;
  /** The changing calls that were made, e.g. `renameSync /tmp/x/a.ts`. */
  readonly calls: readonly string[];
}

/**
 * The real file system with a fault at the `at`-th call that changes something, counted from 0; without one it only
 * counts. `watch` runs after each call.
 */
export function faultyFileSystem(at = -1, fault?: Fault, watch: () => void = () => {}): FaultyFileSystem {
  const calls: string[] = [];
  let isDead = false;
  let isBroken = false;
  const through = (name: string, method: (...args: unknown[]) => unknown, args: unknown[]): unknown => {
    if (isDead) throw new Killed();
    if (!CHANGING.has(name)) return method(...args);
    calls.push(`${name} ${args.filter((one) => typeof one === 'string').at(name === 'renameSync' ? 1 : 0)}`);
    if (calls.length - 1 === at && fault) {
      switch (fault.kind) {
        case 'fails':
          // The system closes a file even where it complains.
          if (name === 'closeSync') method(...args);
          throw systemError(fault.code);
        case 'fails-from-here':
          isBroken = true;
          break;
        case 'killed':
          isDead = true;
          throw new Killed();
        case 'torn':
          isDead = true;
          if (name === 'writeFileSync') method(args[0], half(args[1]));
          throw new Killed();
      }
    }
    if (isBroken && fault?.kind === 'fails-from-here' && (fault.calls?.includes(name) ?? true)) {
      if (name === 'closeSync') method(...args);
      throw systemError(fault.code);
    }
    const result = method(...args);
    watch();
    return result;
  };
  const fs = Object.fromEntries(
    Object.entries(realFileSystem).map(([name, value]) => [
      name,
      typeof value === 'function'
        ? (...args: unknown[]) => through(name, value as (...given: unknown[]) => unknown, args)
        : value,
    ]),
  );
  return { fs: fs as unknown as FileSystem, calls };
}

function half(content: unknown): string | Uint8Array {
  const bytes = Buffer.from(content as string | Uint8Array);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code, errno: -1, syscall: 'made up' });
}
