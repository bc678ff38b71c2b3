import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a file of a test project holds: text, raw bytes, or a value that is written as JSON. */
export type FileContent = string | Uint8Array | { readonly [key: string]: unknown };

/** A real folder on disk for one test. All paths are relative to `root`, with `/`. */
export interface ProjectFolder {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  write(path: string, content: FileContent): void;
  read(path: string): string;
  exists(path: string): boolean;
  /** Makes `path` a symlink to `target` (as written: relative to the link, or absolute). */
  link(path: string, target: string): void;
  /** Deletes a file or folder. */
  delete(path: string): void;
  /** Runs git in the folder and gives its stdout; an identity is set, the machine's own configuration is ignored. */
  git(...args: readonly string[]): string;
  /** `git init` and one commit of everything there is. */
  commitAll(): void;
  /** Deletes the whole folder. */
  remove(): void;
}

/**
 * Writes `files` into a fresh temporary folder. Objects become JSON; folders are made as needed. Call `remove()` when done.
 */
export function withProject(files: Readonly<Record<string, FileContent>> = {}): ProjectFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'signal-next-')));
  const folder: ProjectFolder = {
    root,
    write(path, content) {
      const absolute = join(root, path);
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, bytesOf(content));
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    exists: (path) => existsSync(join(root, path)),
    link(path, target) {
      const absolute = join(root, path);
      mkdirSync(dirname(absolute), { recursive: true });
      symlinkSync(target, absolute);
    },
    delete: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    git: (...args) =>
      execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_SYSTEM: '/dev/null',
          GIT_AUTHOR_NAME: 'Test',
          GIT_AUTHOR_EMAIL: 'test@example.com',
          GIT_COMMITTER_NAME: 'Test',
          GIT_COMMITTER_EMAIL: 'test@example.com',
        },
      }),
    commitAll() {
      folder.git('init', '-q', '-b', 'main');
      folder.git('add', '-A');
      folder.git('commit', '-q', '-m', 'Start', '--allow-empty');
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, content] of Object.entries(files)) folder.write(path, content);
  return folder;
}

/** The least that counts as a Next.js app; spread it and override what the test is about. */
export function nextApp(packageJson: Readonly<Record<string, unknown>> = {}): Record<string, FileContent> {
  return {
    'package.json': { name: 'shop', dependencies: { next: '^16.0.0' }, ...packageJson },
    'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./*'] } } },
    'app/layout.tsx': 'export default function Layout({ children }) {\n  return children;\n}\n',
  };
}

function bytesOf(content: FileContent): string | Uint8Array {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  return `${JSON.stringify(content, null, 2)}\n`;
}
