import { dirname, resolve } from 'node:path';
import type { Formatting } from '../../source/formatting.js';
import { once } from '../../source/once.js';
import { entriesOf, isInside, projectPath, repositoryRoot, upwardFrom } from '../files.js';
import { boundaryOf } from '../workspace.js';
import {
  biomeDefaults,
  biomeIn,
  formatsWithBiome,
  importOrderOfBiome,
  mindsEditorConfig,
  saidByBiome,
} from './biome.js';
import { readEditorConfigs } from './editor-config.js';
import { prettierDefaults, prettierIn, saidByPrettier } from './prettier.js';
import type { Level } from './set-up.js';

/**
 * How the formatter of a project is set up for a file of it, as far as that is data: nothing is executed. Read when it
 * is first asked for, once; the nearest set-up counts, from the app's folder (for another package's file, its own) up.
 */
export function formattingOf(project: {
  readonly root: string;
  readonly workspaceRoot: string | undefined;
}): (path: string) => Formatting {
  const last = once(() => repositoryRoot(project.root) ?? boundaryOf(project));
  const byFolder = new Map<string, (file: string) => Formatting>();
  return (path) => {
    const file = resolve(project.root, path);
    const folder = isInside(project.root, file) ? project.root : dirname(file);
    const known = byFolder.get(folder) ?? everythingIn(levelsFrom(folder, last()));
    byFolder.set(folder, known);
    return known(file);
  };
}

function levelsFrom(from: string, last: string): Level[] {
  return [...upwardFrom(from, last)].map((folder) => ({
    folder,
    names: once(() => new Set(entriesOf(folder).map(({ name }) => name))),
  }));
}

/** Whatever formats the code, Biome may keep the imports in order. */
function everythingIn(levels: readonly Level[]): (file: string) => Formatting {
  const formatting = formattingIn(levels);
  const setUp = levels.map(biomeIn).find(({ kind }) => kind !== 'none');
  const importOrder = setUp?.kind === 'data' ? importOrderOfBiome(setUp.options) : undefined;
  return importOrder === undefined ? formatting : (file) => ({ ...formatting(file), importOrder });
}

function formattingIn(levels: readonly Level[]): (file: string) => Formatting {
  const editor = once(() => readEditorConfigs(levels));
  for (const level of levels) {
    const prettier = prettierIn(level);
    if (prettier.kind === 'data') {
      const defaults = prettierDefaults(levels);
      return (file) => ({
        ...defaults,
        ...editor()(file),
        ...saidByPrettier(prettier.options, projectPath(level.folder, file)),
      });
    }
    const biome = prettier.kind === 'none' ? biomeIn(level) : prettier;
    if (biome.kind === 'untold') return () => ({});
    if (biome.kind === 'data' && formatsWithBiome(biome.options)) {
      const { options } = biome;
      const isMinded = mindsEditorConfig(options);
      return (file) => ({
        ...biomeDefaults(options),
        ...(isMinded && editor()(file)),
        ...saidByBiome(options),
      });
    }
  }
  return (file) => withoutEndlessLines(editor()(file));
}

/** That no formatter breaks lines is no wish to have them endless. */
function withoutEndlessLines({ width, ...others }: Formatting): Formatting {
  return width === undefined || width === Number.POSITIVE_INFINITY ? others : { ...others, width };
}
