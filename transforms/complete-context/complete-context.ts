import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { spanOf } from '../../src/analysis/expressions.js';
import type { ContextCompletion, ContextPlace, FunctionRewrite } from '../../src/analysis/model.js';
import type { Edit } from '../../src/source/edit.js';
import { indentAt, lineStartAt, widthOfLine } from '../../src/source/lines.js';
import { appendItems } from '../../src/source/list.js';
import type { SourceFile } from '../../src/source/parse.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';
import { trailingCommentEnd } from '../../src/source/trivia.js';
import { argumentList } from '../forward-session/brackets.js';
import { addParameter, addToPattern } from '../forward-session/functions.js';

/** The context completions that the rewrites of some files need, each once. */
export function neededCompletions(rewrites: readonly FunctionRewrite[]): ContextCompletion[] {
  const needed = rewrites.flatMap(({ how }) => {
    if (how.kind !== 'read' || how.scope.kind !== 'trpc-procedure') return [];
    const { context } = how.scope;
    return context.kind === 'completable' ? [context.completion] : [];
  });
  return [...new Set(needed)];
}

/** The files that a completion changes. */
export function pathsOf({ places }: ContextCompletion): string[] {
  return [...new Set(places.map(({ path }) => path))];
}

/** The edits of one file that put the request into the tRPC contexts that are made there. */
export function completeContext(file: SourceFile, completions: readonly ContextCompletion[]): Edit[] {
  const style = detectStyle(file);
  const places = completions.flatMap(({ key, places: all }) =>
    all.flatMap((place) => (place.path === file.path ? [editsOf(place, key, file, style)] : [])),
  );
  // Two `initTRPC` may share a context.
  return [...new Map(places.map((edits) => [JSON.stringify(edits), edits])).values()].flat();
}

function editsOf(place: ContextPlace, key: string, { text }: SourceFile, style: FileStyle): Edit[] {
  switch (place.kind) {
    case 'property':
      return addProperty(text, place.object, entry(key, place.value), style);
    case 'spread':
      return spreadInto(text, place, entry(key, place.value), style);
    case 'pattern':
      return addToPattern(text, place.pattern, place.name, style);
    case 'type':
      return addMember(text, place.type, place.text.replaceAll("'", style.quote), style);
    case 'parameter':
      return addParameter(text, place.fn, place.text, style);
    case 'argument':
      return appendItems(text, argumentList(text, place.call), [place.text], style);
  }
}

function entry(key: string, value: string): string {
  return key === value ? key : `${key}: ${value}`;
}

function addProperty(
  text: string,
  object: NodePath<t.ObjectExpression>,
  added: string,
  style: FileStyle,
): Edit[] {
  const { start, end } = spanOf(object.node);
  const list = { open: start + 1, close: end - 1, items: object.node.properties.map(spanOf), padded: true };
  return appendItems(text, list, [added], style);
}

/** `createInner()` becomes `{ ...createInner(), req }`, on lines of their own where one would be too long. */
function spreadInto(
  text: string,
  { expression, isPromise }: Extract<ContextPlace, { kind: 'spread' }>,
  added: string,
  style: FileStyle,
): Edit[] {
  const { start, end } = spanOf(expression.node);
  const isConcise = expression.parentPath?.isArrowFunctionExpression() === true;
  const [open, close] = isConcise && text[start - 1] !== '(' ? ['(', ')'] : ['', ''];
  const [before, after] = expression.isAwaitExpression()
    ? ['(', ')']
    : isPromise
      ? ['(await ', ')']
      : ['', ''];
  const lineStart = lineStartAt(text, start);
  const lines = [...text.slice(start, end).matchAll(/\n/g)].map(({ index }) => start + index + 1);
  const line = `${text.slice(lineStart, start)}{ ...${before}${text.slice(start, end)}${after}, ${added} };`;
  const isBroken = lines.length > 0 || widthOfLine(line, style.tabWidth) > style.width;
  const outer = indentAt(text, start);
  const gap = isBroken ? `${style.eol}${outer}${style.indent}` : ' ';
  const tail = isBroken ? `${style.trailingComma ? ',' : ''}${style.eol}${outer}` : ' ';
  // The lines of a template literal are its value.
  const shifted = text.slice(start, end).includes('`') ? [] : lines;
  return [
    { start, end: start, text: `${open}{${gap}...${before}` },
    ...shifted.map((at) => ({ start: at, end: at, text: style.indent })),
    { start: end, end, text: `${after},${gap}${added}${tail}}${close}` },
  ];
}

/** Adds a member to an object type, written as the others are. */
function addMember(
  text: string,
  type: t.TSInterfaceBody | t.TSTypeLiteral,
  member: string,
  style: FileStyle,
): Edit[] {
  const members = type.type === 'TSInterfaceBody' ? type.body : type.members;
  const { start, end } = spanOf(type);
  const last = members.at(-1);
  if (!last) {
    const isEmpty = text.slice(start + 1, end - 1).trim() === '';
    return [{ start: isEmpty ? start + 1 : end - 1, end: end - 1, text: ` ${member} ` }];
  }
  const own = spanOf(last);
  const separator = /[;,]$/.exec(text.slice(own.start, own.end))?.[0] ?? '';
  if (!text.slice(own.end, end).includes('\n')) {
    const joint = separator === '' ? `${/,/.test(between(text, members)) ? ',' : ';'} ` : ' ';
    return [{ start: own.end, end: own.end, text: `${joint}${member}${separator}` }];
  }
  const at = trailingCommentEnd(text, own.end);
  return [{ start: at, end: at, text: `${style.eol}${indentAt(text, own.start)}${member}${separator}` }];
}

/** What stands at the end of each member but the last. */
function between(text: string, members: readonly t.TSTypeElement[]): string {
  return members
    .slice(0, -1)
    .map(({ end }) => text[(end ?? 1) - 1])
    .join('');
}
