import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { validateOutput } from '../../src/runner/validate.js';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';

/**
 * One `__testfixtures__/<transform>/<sentence>.input.<ext>`.
 *
 * - `<sentence>.output.<ext>` beside it is the expected text; without it the rewrite must not change anything.
 * - A first line `// @file app/api/x/route.ts` says which path the file plays; it is stripped from both texts.
 *   Without it the file is called after the sentence.
 * - `<sentence>.options.json` beside it reaches the rewrite as `options`. `refused` in it is checked here: a part of
 *   the `why` with which the rewrite has to refuse.
 */
export interface Fixture {
  readonly name: string;
  readonly extension: string;
  readonly path: string;
  readonly input: string;
  readonly output: string | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

export type Rewrite = (file: SourceFile, fixture: Fixture) => RewriteOutcome;

const FOLDER = fileURLToPath(new URL('../../__testfixtures__', import.meta.url));
const FILE_LINE = /^\/\/ @file (\S+)\r?\n/;

/** The fixtures of `__testfixtures__/<transform>`, by name. */
export function fixturesOf(transform: string): Fixture[] {
  const folder = path.join(FOLDER, transform);
  return readdirSync(folder)
    .map((file) => /^(.+)\.input\.([cm]?[jt]sx?)$/.exec(file))
    .filter((match) => match !== null)
    .map(([file, name = '', extension = '']) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const outputPath = path.join(folder, `${name}.output.${extension}`);
      const optionsPath = path.join(folder, `${name}.options.json`);
      return {
        name,
        extension,
        path: FILE_LINE.exec(text)?.[1] ?? `${name}.${extension}`,
        input: text.replace(FILE_LINE, ''),
        output: existsSync(outputPath) ? readFileSync(outputPath, 'utf8').replace(FILE_LINE, '') : undefined,
        options: existsSync(optionsPath) ? JSON.parse(readFileSync(optionsPath, 'utf8')) : {},
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Registers one test per fixture and way of writing it. With `UPDATE_FIXTURES=1` in the environment the outputs are
 * written first, for a person to read in the diff.
 */
export function testFixtures(transform: string, run: Rewrite): void {
  if (process.env.UPDATE_FIXTURES)
    for (const fixture of fixturesOf(transform)) writeOutput(transform, fixture, run);
  describe.each(fixturesOf(transform))('$name', (fixture) => {
    test.each(waysOfWriting(fixture))('%s', (_way, written) => checkInvariants(written, run));
  });
}

/**
 * What holds for every rewrite of every fixture: exact bytes, a second run changes nothing, and the result passes
 * what the runner asks of every file before it is written.
 */
export function checkInvariants(fixture: Fixture, run: Rewrite): void {
  const { input } = fixture;
  const outcome = run(parsed(fixture.path, input), fixture);
  if (typeof fixture.options.refused === 'string') {
    expect(outcome).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining(fixture.options.refused),
      instead: expect.stringMatching(/\S/),
    });
  } else if (fixture.output === undefined) expect(outcome).toEqual({ kind: 'unchanged' });
  const edits = outcome.kind === 'edits' ? outcome.edits : [];
  const result = applyEdits(input, edits);
  expect(result).toBe(fixture.output ?? input);
  if (fixture.output === undefined) return;
  expect(validateOutput(fixture.path, input, result, edits)).toEqual([]);
  expect(run(parsed(fixture.path, result), { ...fixture, input: result })).toEqual({ kind: 'unchanged' });
}

function writeOutput(transform: string, fixture: Fixture, run: Rewrite): void {
  const outcome = run(parsed(fixture.path, fixture.input), fixture);
  if (outcome.kind !== 'edits') return;
  const file = path.join(FOLDER, transform, `${fixture.name}.output.${fixture.extension}`);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const fileLine = FILE_LINE.exec(before)?.[0] ?? '';
  writeFileSync(file, fileLine + applyEdits(fixture.input, outcome.edits));
}

/** The fixture as it stands, with CRLF, with a BOM and, where it is indented with spaces, with tabs. */
export function waysOfWriting(fixture: Fixture): [way: string, fixture: Fixture][] {
  const written = (change: (text: string) => string): Fixture => ({
    ...fixture,
    input: change(fixture.input),
    output: fixture.output === undefined ? undefined : change(fixture.output),
  });
  const ways: [string, Fixture][] = [['as it stands', fixture]];
  // Every mutant costs the time of all, and how a text is written is no matter of the analysis.
  if (process.env.MUTATED === 'analysis') return ways;
  ways.push(['in CRLF', written((text) => text.replace(/\r?\n/g, '\r\n'))]);
  if (process.env.MUTATED) return ways;
  // After a BOM, a hashbang is a syntax error.
  if (!fixture.input.startsWith('#!'))
    ways.push(['with a BOM', written((text) => `\uFEFF${text.replace(/^\uFEFF/, '')}`)]);
  const unit = /^( {2,4})\S/m.exec(fixture.input)?.[1];
  if (unit !== undefined) ways.push(['with tabs', written((text) => tabbed(text, unit.length))]);
  return ways;
}

function tabbed(text: string, width: number): string {
  const level = new RegExp(` {${width}}`, 'g');
  return text.replace(/^ +/gm, (spaces) => spaces.replace(level, '\t'));
}

function parsed(file: string, text: string): SourceFile {
  const result = parseSource(file, text);
  if (result.kind === 'unparsable') throw new SyntaxError(`${result.problem.message}\n${text}`);
  return result.file;
}
