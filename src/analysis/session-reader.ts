import type { AnalysisContext, ModuleReference, SessionReader } from './model.js';
import { isOfAnotherPackage } from './project-files.js';

const PACKAGE: ModuleReference = { kind: 'package', specifier: 'signal-next/server' };

/** The type that our package has. */
export const PACKAGE_TYPE: SessionReader['type'] = { module: PACKAGE, name: 'SessionInfo' };

/** A package of the workspace cannot import from an app; what lists our package has the reader from there. */
const PACKAGE_READER: SessionReader = {
  module: PACKAGE,
  exportName: 'getSessionInfo',
  narrow: undefined,
  type: PACKAGE_TYPE,
};

/** How the file at `path` gets at `getSessionInfo` and its type; undefined where it cannot. */
export function readerFor({ host, reader }: AnalysisContext, path: string): SessionReader | undefined {
  if (!isOfAnotherPackage(path)) return reader;
  return host.packageOf?.(path)?.dependencies.has('signal-next') ? PACKAGE_READER : undefined;
}
