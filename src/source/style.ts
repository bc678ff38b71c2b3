import { type Node, traverseFast } from '@babel/types';
import type { Formatting } from './formatting.js';
import type { ImportOrder } from './import-order.js';
import { TAB_WIDTH } from './lines.js';
import { lazily, once } from './once.js';
import type { SourceFile } from './parse.js';
import { printWidthOf } from './print-width.js';
import { trailingCommaOf } from './trailing-comma.js';
import { skipTrivia, visibleEnd } from './trivia.js';

/** How a file is written, so that new text can follow it. */
export interface FileStyle {
  readonly eol: '\n' | '\r\n';
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** One level of indentation: a tab or some spaces. */
  readonly indent: string;
  /** Whether multi-line lists end in a comma. */
  readonly trailingComma: boolean;
  /** Whether multi-line arguments and parameters do. */
  readonly trailingCommaInCalls: boolean;
  /** The width that lines are kept within, as far as it is known. */
  readonly width: number;
  /** How many columns a tab takes in it. */
  readonly tabWidth: number;
  /** The order that imports have to be in, where it is not the file alone that shows one. */
  readonly importOrder?: ImportOrder | undefined;
}

/**
 * Reads the style off the text, each part when it is first asked for. Where the text says nothing, the set-up of the
 * project's formatter does, which alone decides about the width; ties fall to LF, double quotes, semicolons, two spaces.
 * @param like a file of the same project that is followed in quotes and semicolons where neither says anything.
 */
export function detectStyle(file: SourceFile, like?: SourceFile): FileStyle {
  const { text } = file;
  const configured = once(() => file.formatting?.() ?? {});
  const style: FileStyle = lazily<FileStyle>({
    eol: () => (countOf(text, /\r\n/g) * 2 > countOf(text, /\n/g) ? '\r\n' : '\n'),
    quote: () => quoteOf(file) ?? configured().quote ?? (like && quoteOf(like)) ?? '"',
    semicolons: () => semicolonsOf(file) ?? configured().semicolons ?? (like && semicolonsOf(like)) ?? true,
    indent: () => indentOf(text) ?? configuredIndent(configured()) ?? '  ',
    trailingComma: () => endsLiteralsInCommas(file) ?? configured().trailingCommas !== 'none',
    trailingCommaInCalls: () =>
      style.trailingComma && (endsCallsInCommas(file) ?? (configured().trailingCommas ?? 'all') === 'all'),
    width: () => configured().width ?? printWidthOf(file, style.tabWidth),
    tabWidth: () => configured().tabWidth ?? TAB_WIDTH,
    importOrder: () => configured().importOrder,
  });
  return style;
}

/** The same as far as the set-up of a formatter says nothing else, as no text of its own speaks for a new file. */
export function asConfigured(style: FileStyle, configured: Formatting): FileStyle {
  const { trailingCommas } = configured;
  const commas = trailingCommas && {
    trailingComma: trailingCommas !== 'none',
    trailingCommaInCalls: trailingCommas === 'all',
  };
  return {
    ...style,
    ...commas,
    quote: configured.quote ?? style.quote,
    semicolons: configured.semicolons ?? style.semicolons,
    indent: configuredIndent(configured) ?? style.indent,
    importOrder: configured.importOrder,
  };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function quoteOf(file: SourceFile): FileStyle['quote'] | undefined {
  const { text, ast } = file;
  let single = 0;
  let double = 0;
  const count = (start: number | null | undefined): void => {
    const char = typeof start === 'number' ? text[start] : undefined;
    if (char === "'") single += 1;
    if (char === '"') double += 1;
  };
  for (const statement of ast.program.body) {
    if ('source' in statement && statement.source) count(statement.source.start);
  }
  for (const directive of ast.program.directives) count(directive.value.start);
  if (single === double) {
    for (const start of plainStrings(file)) count(start);
  }
  if (single === double) return undefined;
  return single > double ? "'" : '"';
}

/** Where the strings start that can have either quote; those of JSX attributes follow a rule of their own. */
function plainStrings({ text, ast }: SourceFile): number[] {
  const starts: number[] = [];
  const ofAttributes = new Set<Node>();
  traverseFast(ast, (node) => {
    if (node.type === 'JSXAttribute' && node.value) ofAttributes.add(node.value);
    if ((node.type !== 'StringLiteral' && node.type !== 'DirectiveLiteral') || ofAttributes.has(node)) return;
    const start = node.start ?? 0;
    if (!/['"]/.test(text.slice(start + 1, (node.end ?? 0) - 1))) starts.push(start);
  });
  return starts;
}

function semicolonsOf({ text, ast }: SourceFile): boolean | undefined {
  let withSemicolon = 0;
  let without = 0;
  for (const statement of ast.program.body) {
    switch (statement.type) {
      case 'ImportDeclaration':
      case 'ExpressionStatement':
      case 'VariableDeclaration':
      case 'ExportAllDeclaration':
        if (text[visibleEnd(text, statement) - 1] === ';') withSemicolon += 1;
        else without += 1;
        break;
      default:
        break;
    }
  }
  for (const directive of ast.program.directives) {
    if (text[visibleEnd(text, directive) - 1] === ';') withSemicolon += 1;
    else without += 1;
  }
  return moreOften(withSemicolon, without);
}

function indentOf(text: string): string | undefined {
  const tabs = countOf(text, /^\t+\S/gm);
  const widths = new Map<number, number>();
  let previous = 0;
  for (const line of text.split('\n')) {
    const spaces = /^( *)[^\s*]/.exec(line)?.[1]?.length;
    if (spaces === undefined) continue;
    const step = spaces - previous;
    if (step > 1) widths.set(step, (widths.get(step) ?? 0) + 1);
    previous = spaces;
  }
  const [width, seen] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (tabs > seen) return '\t';
  return width === 0 ? undefined : ' '.repeat(width);
}

function configuredIndent({ tabs, tabWidth }: Formatting): string | undefined {
  if (tabs) return '\t';
  return tabWidth === undefined ? undefined : ' '.repeat(tabWidth);
}

/** Only literals that span lines say anything about the style. */
function endsLiteralsInCommas({ text, ast }: SourceFile): boolean | undefined {
  let withComma = 0;
  let without = 0;
  traverseFast(ast, (node) => {
    if (node.type !== 'ObjectExpression' && node.type !== 'ArrayExpression') return;
    if ((node.type === 'ObjectExpression' ? node.properties : node.elements).length === 0) return;
    if (!startsLine(text, (node.end ?? 1) - 1)) return;
    if (trailingCommaOf(text, node) === undefined) without += 1;
    else withComma += 1;
  });
  return moreOften(withComma, without);
}

/** The same of arguments and parameters whose closing parenthesis begins a line. */
function endsCallsInCommas({ text, ast }: SourceFile): boolean | undefined {
  let withComma = 0;
  let without = 0;
  traverseFast(ast, (node) => {
    const last = lastInParentheses(node);
    if (!last) return;
    const next = skipTrivia(text, last.end ?? 0);
    const hasComma = text[next] === ',';
    const close = hasComma ? skipTrivia(text, next + 1) : next;
    if (text[close] !== ')' || !startsLine(text, close)) return;
    if (hasComma) withComma += 1;
    else without += 1;
  });
  return moreOften(withComma, without);
}

/** The last of a call's arguments or a function's parameters, if a comma may follow it. */
function lastInParentheses(node: Node): Node | undefined {
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return node.callee.type === 'Import' ? undefined : node.arguments.at(-1);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod': {
      const last = node.params.at(-1);
      return last?.type === 'RestElement' ? undefined : last;
    }
    default:
      return undefined;
  }
}

function moreOften(yes: number, no: number): boolean | undefined {
  return yes === no ? undefined : yes > no;
}

/** Whether only white space stands between `offset` and a line break before it. */
function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && /[^\S\n]/.test(text.charAt(at))) at -= 1;
  return text[at] === '\n';
}
