import { exportedValue, type ProjectValue } from '../analysis/project-values.js';
import type { ProjectModuleHost } from '../project/module-host.js';
import type { SourceFile } from '../source/parse.js';

/** The component that a layout file exports, where it takes that from another file that this run may change. */
export function takenComponent(layout: SourceFile, host: ProjectModuleHost): ProjectValue | undefined {
  const found = exportedValue(host, layout.path, 'default');
  // A name that leads on is of a package.
  const isWritten = found && found.file !== layout && !found.value.isIdentifier();
  return isWritten && host.isEditable?.(found.file.path) !== false ? found : undefined;
}
