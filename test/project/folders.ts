import { afterEach } from 'vitest';
import { detectProject } from '../../src/project/detect.js';
import type { Project } from '../../src/project/model.js';
import { type FileContent, type ProjectFolder, withProject } from '../support/project-folder.js';

const made: ProjectFolder[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

/** A folder that is deleted after the test. */
export function folderWith(files: Readonly<Record<string, FileContent>>): ProjectFolder {
  const folder = withProject(files);
  made.push(folder);
  return folder;
}

/** The project in `folder`; fails the test when there is none. */
export function projectIn(folder: string, sdk?: string): Project {
  const result = detectProject(folder, { sdk });
  if (result.kind !== 'project') throw new Error(`expected a project, got ${JSON.stringify(result)}`);
  return result.project;
}
