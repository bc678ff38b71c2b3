import { join } from 'node:path';
import type { PackageFacts } from '../analysis/module-host.js';
import { byCodeUnit } from '../source/order.js';
import { isInside, projectPath } from './files.js';
import { listPaths } from './list-files.js';
import type { Project } from './model.js';
import { readPackageJson } from './package-json.js';
import { isNobodysSource, isSourceFile } from './source-files.js';
import { isNextApp, memberFolders, workspaceAt } from './workspace.js';

/** Another member of the project's workspace. */
export interface WorkspacePackage extends PackageFacts {
  /** Project-relative, so it begins with `../`. */
  readonly folder: string;
  /** A Next.js app of its own, which no other app compiles. */
  readonly isApp: boolean;
}

/** Whether a run that is asked to may change the package: nobody outside of the workspace can depend on it. */
export function isWritablePackage(found: WorkspacePackage | undefined): boolean {
  return found !== undefined && !found.isApp && !found.isPublished;
}

/** The folders of the packages that a run of the project may change; project-relative. */
export function writableFolders(project: Project): string[] {
  return workspacePackages(project)
    .all.filter(isWritablePackage)
    .map(({ folder }) => folder);
}

/** The other members of a project's workspace, read when somebody asks. */
export interface WorkspacePackages {
  readonly all: readonly WorkspacePackage[];
  /** The member that a project-relative path belongs to. */
  ownerOf(path: string): WorkspacePackage | undefined;
  /** The source files of the workspace that are not the project's; project-relative, sorted. */
  sources(): readonly string[];
}

/** Without a workspace, or for the app at its root, there are none. */
export function workspacePackages(project: Project): WorkspacePackages {
  let known: readonly WorkspacePackage[] | undefined;
  const all = (): readonly WorkspacePackage[] => {
    known ??= packagesOf(project);
    return known;
  };
  return {
    get all() {
      return all();
    },
    ownerOf(path) {
      const owners = path.startsWith('../') ? all() : [];
      return owners.find(({ folder }) => path.startsWith(`${folder}/`));
    },
    sources: () => sourcesOf(project),
  };
}

/** Those that lie deepest first, so that a package in a package's folder is found before it. */
function packagesOf({ root, workspaceRoot }: Project): WorkspacePackage[] {
  const workspace = workspaceRoot === undefined ? undefined : workspaceAt(workspaceRoot);
  const members = workspace === undefined ? [] : memberFolders(workspace);
  return members
    .filter((member) => !isInside(root, member) && !isInside(member, root))
    .flatMap((member): WorkspacePackage[] => {
      const result = readPackageJson(member);
      if (result.kind !== 'read') return [];
      const { dependencies, devDependencies, peerDependencies, raw } = result.packageJson;
      const listed = { ...dependencies, ...devDependencies, ...peerDependencies };
      return [
        {
          folder: projectPath(root, member),
          isApp: isNextApp(member, result.packageJson),
          // npm publishes nothing that has no version.
          isPublished: raw.private !== true && typeof raw.version === 'string',
          dependencies: new Set(Object.keys(listed)),
        },
      ];
    })
    .sort((a, b) => b.folder.length - a.folder.length);
}

function sourcesOf({ root, workspaceRoot }: Project): string[] {
  if (workspaceRoot === undefined) return [];
  const { paths } = listPaths(workspaceRoot, (folder) => !isNobodysSource(folder));
  return paths
    .filter((path) => isSourceFile(path) && !isNobodysSource(path))
    .map((path) => projectPath(root, join(workspaceRoot, path)))
    .filter((path) => path.startsWith('../'))
    .sort(byCodeUnit);
}
