import { parse } from 'dotenv';
import { isIgnoredByGit } from './git.js';
import type { Project } from './model.js';
import { readSourceText } from './read-source.js';

export type EnvMode = 'development' | 'production';

const ENV_FILE_NAMES = [
  '.env',
  '.env.local',
  '.env.development',
  '.env.development.local',
  '.env.production',
  '.env.production.local',
  '.env.example',
] as const;

export type EnvFileName = (typeof ENV_FILE_NAMES)[number];

export interface EnvFile {
  readonly path: EnvFileName;
  /** As it stands on disk, BOM included. */
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface EnvFiles {
  /** Those that exist and can be read. */
  readonly files: readonly EnvFile[];
  /** Those that exist and cannot be read, with what to do. */
  readonly unreadable: readonly {
    readonly path: EnvFileName;
    readonly message: string;
    readonly next: string;
  }[];
  /** The file whose value of `key` Next uses in `mode`; a variable already set in the shell still beats it. */
  winnerOf(key: string, mode: EnvMode): EnvFileName | undefined;
  /** Whether git ignores the file (it need not exist); undefined without git. */
  ignored(path: EnvFileName): boolean | undefined;
}

/** Reads the env files that Next loads for the app, and the example file it does not. */
export function readEnvFiles(project: Pick<Project, 'root'>): EnvFiles {
  const files: EnvFile[] = [];
  const unreadable: { path: EnvFileName; message: string; next: string }[] = [];
  for (const path of ENV_FILE_NAMES) {
    const source = readSourceText(project.root, path);
    if (source.kind === 'text') files.push({ path, text: source.text, values: parse(source.text) });
    else if (source.reason !== 'missing') {
      unreadable.push({
        path,
        message: source.message,
        next: `Save ${path} as a UTF-8 text file that you can read.`,
      });
    }
  }
  return {
    files,
    unreadable,
    winnerOf: (key, mode) =>
      loadOrder(mode).find((path) => {
        const file = files.find((candidate) => candidate.path === path);
        return file !== undefined && Object.hasOwn(file.values, key);
      }),
    ignored: (path) => isIgnoredByGit(project.root, path),
  };
}

/** Next's load order, strongest first. */
function loadOrder(mode: EnvMode): readonly EnvFileName[] {
  return [`.env.${mode}.local`, '.env.local', `.env.${mode}`, '.env'];
}
