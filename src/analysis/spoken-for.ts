import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { lineStartsOf, positionAt } from '../source/positions.js';
import { traverse } from '../source/traverse.js';

/** Finds the lines that a comment speaks for. */
export class SpokenFor {
  /** From a line on which nothing but a comment stands to the first on which there may be more. */
  readonly #past = new Map<number, number>();
  /** From the line on which a decorator begins to the one on which what it decorates does. */
  readonly #decorated = new Map<number, number>();

  readonly #text: string;
  readonly #starts: readonly number[];

  constructor({ ast, text }: SourceFile) {
    this.#text = text;
    this.#starts = lineStartsOf(text);
    for (const comment of ast.comments ?? []) this.#passOver(comment);
    if (!text.includes('@') && !/\{\s*\/[/*]/.test(text)) return;
    traverse.cheap(ast, (node) => {
      // In JSX a comment stands in braces.
      if (node.type === 'JSXExpressionContainer' && node.expression.type === 'JSXEmptyExpression')
        this.#passOver(node);
      this.#noteDecorators(node);
    });
  }

  /**
   * The lines that what ends at `offset` in a comment speaks for: that of the next code, and those of what else is in
   * comments before it.
   */
  after(offset: number): number[] {
    const lines: number[] = [];
    let next = this.#lineAt(offset) + 1;
    for (let past = this.#past.get(next); past !== undefined; past = this.#past.get(next)) {
      for (; next < past; next += 1) lines.push(next);
    }
    const decorated = this.#decorated.get(next);
    return decorated === undefined || decorated === next ? [...lines, next] : [...lines, next, decorated];
  }

  #passOver({ start, end }: { readonly start?: number | null; readonly end?: number | null }): void {
    if (typeof start !== 'number' || typeof end !== 'number') return;
    const [first, last] = [this.#lineAt(start), this.#lineAt(end)];
    const isFirst = isBlank(this.#text.slice(this.#starts[first - 1], start));
    const isLast = isBlank(this.#text.slice(end, this.#starts[last] ?? this.#text.length));
    const past = isLast ? last + 1 : last;
    for (let line = isFirst ? first : first + 1; line < past; line += 1) {
      this.#past.set(line, Math.max(past, this.#past.get(line) ?? 0));
    }
  }

  #noteDecorators(node: t.Node): void {
    const decorators = 'decorators' in node ? node.decorators : undefined;
    if (!decorators?.length) return;
    const head = 'key' in node ? node.key : 'id' in node && node.id ? node.id : undefined;
    if (typeof head?.start !== 'number') return;
    const line = this.#lineAt(head.start);
    for (const decorator of decorators) this.#decorated.set(this.#lineAt(decorator.start ?? 0), line);
  }

  #lineAt(offset: number): number {
    return positionAt(this.#text, offset, this.#starts).line;
  }
}

function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}
