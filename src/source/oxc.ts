import { createRequire } from 'node:module';
import type { Estree } from './estree/conversion.js';
import { once } from './once.js';

/** What is used of the native module of `oxc-parser`; each of its members can be read once. */
interface Binding {
  parseSync(path: string, text: string, options: Readonly<Record<string, unknown>>): NativeResult;
}
interface NativeResult {
  /** JSON: `{ node, fixes }`. */
  readonly program: string;
  readonly comments: readonly Estree[];
  readonly errors: readonly unknown[];
  readonly module: unknown;
}

/** What oxc makes of a text: ESTree with TypeScript, its offsets in UTF-16 units. */
export interface OxcProgram {
  readonly program: Estree;
  readonly comments: readonly Estree[];
}

/** The version whose trees are known here; the tests compare them with Babel's. */
export const OXC_VERSION = '0.159.0';

/** The names of its native modules, one of which an installation has; on Linux the C library tells two of them apart. */
const NATIVE: Readonly<Record<string, readonly string[]>> = {
  'darwin-arm64': ['darwin-arm64'],
  'darwin-x64': ['darwin-x64'],
  'linux-arm64': ['linux-arm64-gnu', 'linux-arm64-musl'],
  'linux-x64': ['linux-x64-gnu', 'linux-x64-musl'],
  'win32-arm64': ['win32-arm64-msvc'],
  'win32-x64': ['win32-x64-msvc'],
};

/** Whether there is a native module for this machine. */
export function hasOxc(): boolean {
  return nativeModule() !== undefined;
}

const nativeModule = once((): Binding | undefined => {
  const require = createRequire(import.meta.url);
  for (const name of NATIVE[`${process.platform}-${process.arch}`] ?? []) {
    const path = `@oxc-parser/binding-${name}`;
    try {
      const { version } = require(`${path}/package.json`) as { readonly version?: unknown };
      // Where ours was not installed, a tool of the project may have brought another one.
      if (version === OXC_VERSION) return require(path) as Binding;
    } catch {
      // An optional dependency: not installed, or not for this machine.
    }
  }
  return undefined;
});

/**
 * Parses with oxc.
 * @returns undefined where there is no native module for this machine, and where oxc has any objection to the text.
 */
export function parseWithOxc(path: string, text: string, lang: 'ts' | 'tsx' | 'jsx'): OxcProgram | undefined {
  const native = nativeModule();
  if (!native) return undefined;
  try {
    const result = native.parseSync(path, text, {
      lang,
      astType: 'ts',
      sourceType: 'unambiguous',
      preserveParens: true,
      // Names that are declared twice, as Babel has them.
      showSemanticErrors: true,
    });
    // What is not read stays in memory that V8 does not see.
    const { program, comments, errors, module: _ } = result;
    if (errors.length > 0) return undefined;
    const { node } = JSON.parse(program) as { readonly node: Estree };
    return { program: node, comments };
  } catch {
    // A defect of oxc is for Babel to make good: 0.159 writes some escapes of names as JSON does not have them.
    return undefined;
  }
}
