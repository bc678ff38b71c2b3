import type { AnalysisContext, SessionReader } from './model.js';
import { isOfAnotherPackage } from './project-files.js';

/** A package of the workspace cannot import from an app; what lists our package has the reader from there. */
const PACKAGE_READER: SessionReader = {
  module: { kind: 'package', specifier: 'signal-next/server' },
  exportName: 'getSessionInfo',
  narrow: undefined,
  typeName: 'SessionInfo',
};

/** How the file at `path` gets at `getSessionInfo` and its type; undefined where it cannot. */
export function readerFor({ host, reader }: AnalysisContext, path: string): SessionReader | undefined {
  if (!isOfAnotherPackage(path)) return reader;
  return host.packageOf?.(path)?.dependencies.has('signal-next') ? PACKAGE_READER : undefined;
}
