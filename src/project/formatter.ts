import { entriesOf, upwardFrom } from './files.js';
import { declaredRange, readPackageJson } from './package-json.js';
import { boundaryOf } from './workspace.js';

const PACKAGES = ['prettier', '@biomejs/biome', 'ultracite'];
const CONFIG = /^(?:\.prettierrc(?:\..+)?|prettier\.config\.[cm]?[jt]s|biome\.jsonc?)$/;

/** Whether the project, or a folder above it in its workspace, sets up Prettier or a formatter with its layout. */
export function usesFormatter(project: {
  readonly root: string;
  readonly workspaceRoot: string | undefined;
}): boolean {
  return [...upwardFrom(project.root, boundaryOf(project))].some(
    (folder) => entriesOf(folder).some(({ name }) => CONFIG.test(name)) || listsFormatter(folder),
  );
}

function listsFormatter(folder: string): boolean {
  const result = readPackageJson(folder);
  if (result.kind !== 'read') return false;
  const { packageJson } = result;
  return (
    packageJson.raw.prettier !== undefined ||
    PACKAGES.some((name) => declaredRange(packageJson, name) !== undefined)
  );
}
