import { posix } from 'node:path';
import { lineStartsOf, lineTextAt, positionAt } from '../source/positions.js';
import type { AppReport } from './model.js';

/** A span in lines and columns from 1, columns in UTF-16 units; `endColumn` is one past the end. */
export interface TextPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FileSpan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Turns offsets into lines and columns; each file's lines are counted once. */
export function placer(textOf: (path: string) => string): (at: FileSpan) => TextPlace {
  const known = new Map<string, { text: string; starts: number[] }>();
  return ({ path, start, end }) => {
    const text = known.get(path)?.text ?? textOf(path);
    const starts = known.get(path)?.starts ?? lineStartsOf(text);
    known.set(path, { text, starts });
    const from = positionAt(text, start, starts);
    const to = positionAt(text, end, starts);
    return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

/** The text of a file of the app; empty for one that does not exist. */
export function textIn(app: AppReport): (path: string) => string {
  return (path) => app.sources.get(path) ?? '';
}

/** A path of the app as seen from the report's root, with `/`. */
export function repositoryPath(app: AppReport, path: string): string {
  return posix.join(app.folder, path);
}

/**
 * Where services show a finding: on one line, because a pull request shows it only when all of its lines are in the
 * diff, and in a file that exists. What is missing altogether is shown at the app's package.json.
 */
export function anchorer(app: AppReport): (at: FileSpan) => TextPlace {
  const place = placer(textIn(app));
  return (at) => {
    const text = app.sources.get(at.path);
    if (text === undefined) {
      const path = repositoryPath(app, 'package.json');
      return { path, line: 1, column: 1, endLine: 1, endColumn: 2 };
    }
    const { line, column, endLine, endColumn } = place(at);
    const lineEnd = lineTextAt(text, line).length + 1;
    const end = Math.max(endLine > line ? lineEnd : endColumn, column + 1);
    return { path: repositoryPath(app, at.path), line, column, endLine: line, endColumn: end };
  };
}
