import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { ReadyFile } from '../../src/runner/stage.js';

const made: string[] = [];

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** A real folder with these files, removed after the test. */
export function projectDir(files: Record<string, string> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'signal-next-')));
  made.push(root);
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Path to text of everything below `root`, empty folders as `folder/`; the state folder left out. */
export function contentsOf(root: string): Record<string, string> {
  const contents: Record<string, string> = {};
  const visit = (folder: string): void => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (path === '.signal-next') continue;
      if (!statSync(join(root, path)).isDirectory()) contents[path] = readFileSync(join(root, path), 'utf8');
      else if (readdirSync(join(root, path)).length === 0) contents[`${path}/`] = '';
      else visit(path);
    }
  };
  visit('');
  return contents;
}

export function ready(path: string, before: string | undefined, after: string): ReadyFile {
  return { kind: 'ready', path, before, after, summary: 'test' };
}
