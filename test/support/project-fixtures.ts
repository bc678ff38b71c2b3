import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InspectOptions } from '../../src/inspect/inspect.js';
import type { Ledger } from '../../src/report/ledger.js';
import { suppliedFiles } from './supplied-files.js';

/**
 * One `__testfixtures__/projects/<sentence>/`: a small project that goes through the whole of `migrate`.
 *
 * - `input/` is the project. What every app has is supplied where it has none of its own: see `suppliedFiles`.
 * - `output/` holds the files that differ afterwards, and only those; without the folder nothing may change.
 * - `expected.json` says what becomes of the Signal calls.
 */
export interface ProjectFixture {
  readonly name: string;
  /** Root-relative paths with `/` to texts; the supplied files are among them. */
  readonly input: Texts;
  /** The texts of `input` after `migrate`, and of the files that it creates. */
  readonly output: Texts;
  readonly expected: Expected;
}

export type Texts = Readonly<Record<string, string>>;

/** `expected.json`. Paths are relative to the fixture's root, places are `<path>:<line>` of the input. */
export interface Expected {
  /** The app's folder in a workspace. */
  readonly app?: string;
  readonly options?: Partial<InspectOptions>;
  /** What another careful person might decide otherwise; for the reader. */
  readonly question?: string;
  readonly refused?: Readonly<Record<string, ExpectedRefusal>> | undefined;
  /** The calls of helpers that no session comes through, by place, each with the reason. */
  readonly withheld?: Readonly<Record<string, string>> | undefined;
  readonly ledger: Omit<Ledger, 'fixable'>;
}

/** The reason, with the places that stand in the way where the refusal has to name them. */
export type ExpectedRefusal = string | { readonly reason: string; readonly places: readonly string[] };

const FOLDER = fileURLToPath(new URL('../../__testfixtures__/projects', import.meta.url));

/** The project fixtures, by name. */
export function projectFixtures(): ProjectFixture[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const folder = path.join(FOLDER, name);
      const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected;
      const own = textsIn(path.join(folder, 'input'));
      const input = { ...suppliedFiles(own, expected.app ?? '.'), ...own };
      const output = { ...input, ...textsIn(path.join(folder, 'output')) };
      return { name, input, output, expected };
    });
}

/** Writes what a run made of a fixture as what is expected of it, for a person to read in the diff. */
export function writeProjectFixture(name: string, changed: Texts, expected: Expected): void {
  const folder = path.join(FOLDER, name);
  rmSync(path.join(folder, 'output'), { recursive: true, force: true });
  for (const [file, text] of Object.entries(changed)) {
    const target = path.join(folder, 'output', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  writeFileSync(path.join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}

/** Every file below `folder`; none where it does not exist. */
export function textsIn(folder: string): Texts {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const entries = files.map(({ parentPath, name }): [string, string] => {
    const file = path.join(parentPath, name);
    return [path.relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
