import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import { type ConstantText, constantText, constantTexts } from './constant-text.js';
import {
  argumentsOf,
  asMember,
  type CallPath,
  calleeOf,
  importedValue,
  keyName,
  propertyOf,
  spanOf,
  unwrap,
} from './expressions.js';
import { ALLOW_LIST } from './header-clues.js';
import { programOf } from './program.js';

/** One place that says which headers pages of other origins may send. */
export interface AllowList {
  /** The names with where each is written; undefined when they are no constants. */
  readonly names: readonly AllowedName[] | undefined;
  /** The whole list. */
  readonly span: Span;
  readonly path: NodePath;
  /** Whether the same place lets other origins in; a list by itself allows nothing. */
  readonly opens: boolean;
  /** The pattern of the paths that the list is for, in `headers()` of next.config. */
  readonly source: string | undefined;
}

export interface AllowedName {
  readonly name: string;
  readonly span: Span;
}

const LIST = 'access-control-allow-headers';
const ORIGIN = 'access-control-allow-origin';
const SETTERS = new Set(['set', 'setHeader', 'append', 'header']);

/** Every list of allowed headers in a file: in header objects, setters, `{ key, value }` pairs and options of `cors`. */
export function allowLists(file: SourceFile): AllowList[] {
  if (!ALLOW_LIST.test(file.text)) return [];
  const lists: AllowList[] = [];
  const program = programOf(file);
  const setsOrigin = (scope: NodePath): boolean => setsHeader(scope, ORIGIN);
  const visitCall = (call: CallPath): void => {
    const [, value] = argumentsOf(call);
    if (!value || headerSetBy(call) !== LIST) return;
    const scope = call.getFunctionParent() ?? program;
    lists.push({ ...listAt(value), path: call, opens: setsOrigin(scope), source: undefined });
  };
  readBelow(program, {
    CallExpression: visitCall,
    OptionalCallExpression: visitCall,
    ObjectProperty(property) {
      const key = keyName(property.node);
      const value = property.get('value') as NodePath;
      if (key === undefined || !property.parentPath.isObjectExpression()) return;
      if (key.toLowerCase() === LIST) {
        const scope = property.getFunctionParent() ?? property.parentPath;
        lists.push({ ...listAt(value), path: property, opens: setsOrigin(scope), source: undefined });
      } else if (key === 'key' && constantText(value)?.text.toLowerCase() === LIST) {
        const pair = pairOf(property.parentPath);
        if (pair) lists.push({ ...listAt(pair.value), path: property, ...pair.place });
      } else if (/^allow(?:ed)?Headers$/.test(key) && isCorsOptions(property.parentPath)) {
        lists.push({ ...listAt(value), path: property, opens: true, source: undefined });
      }
    },
  });
  return lists;
}

function listAt(value: NodePath): Pick<AllowList, 'names' | 'span'> {
  const one = constantText(value);
  const texts = one ? [one] : constantTexts(value);
  return { names: texts?.flatMap(namesIn), span: spanOf(value.node) };
}

/** The names of a comma-separated text, each where it is written if one literal holds it whole. */
function namesIn({ text, literals }: ConstantText): AllowedName[] {
  return text.split(',').flatMap((part): AllowedName[] => {
    const name = part.trim();
    const holder = literals.find((literal) => rawOf(literal).includes(name));
    if (name === '' || !holder) return [];
    const start = (holder.start ?? 0) + 1 + rawOf(holder).indexOf(name);
    return [{ name, span: { start, end: start + name.length } }];
  });
}

function rawOf(literal: t.StringLiteral | t.TemplateLiteral): string {
  const raw = literal.type === 'StringLiteral' ? literal.value : literal.quasis[0]?.value.raw;
  return raw ?? '';
}

/** The header, in lower case, that a call such as `headers.set('x', …)` gives a value. */
function headerSetBy(call: CallPath): string | undefined {
  const [name] = argumentsOf(call);
  const member = asMember(unwrap(calleeOf(call)));
  const isSetter = member?.name !== undefined && SETTERS.has(member.name);
  return isSetter && name ? constantText(name)?.text.toLowerCase() : undefined;
}

/** Whether something below `scope` gives the header a value. */
function setsHeader(scope: NodePath, name: string): boolean {
  let found = false;
  const visitCall = (call: CallPath): void => {
    if (headerSetBy(call) === name) found = true;
  };
  readBelow(scope, {
    CallExpression: visitCall,
    OptionalCallExpression: visitCall,
    ObjectProperty(property) {
      if (keyName(property.node)?.toLowerCase() === name && property.parentPath.isObjectExpression())
        found = true;
    },
  });
  return found;
}

/** `{ key: 'Access-Control-Allow-Headers', value: '…' }` among others, for the `source` of the object around them. */
function pairOf(
  object: NodePath<t.ObjectExpression>,
): { value: NodePath; place: Pick<AllowList, 'opens' | 'source'> } | undefined {
  const value = propertyOf(object, 'value');
  const pairs = object.parentPath;
  if (!value || !pairs.isArrayExpression()) return undefined;
  const opens = pairs.get('elements').some((one) => {
    const key = one.isObjectExpression() ? propertyOf(one, 'key') : undefined;
    return key !== undefined && constantText(key)?.text.toLowerCase() === ORIGIN;
  });
  const around = pairs.parentPath?.parentPath;
  const source = around?.isObjectExpression() ? propertyOf(around, 'source') : undefined;
  return { value, place: { opens, source: source && constantText(source)?.text } };
}

/** Options that are handed to `cors()` of some package of that name. */
function isCorsOptions(object: NodePath<t.ObjectExpression>): boolean {
  const reference = object.parentPath;
  const isCorsCall = (call: NodePath | null | undefined): boolean => {
    if (!call?.isCallExpression()) return false;
    const imported = importedValue(calleeOf(call));
    return imported !== undefined && /(?:^|[/-])cors$/.test(imported.source);
  };
  if (isCorsCall(reference)) return true;
  if (!reference.isVariableDeclarator() || reference.node.id.type !== 'Identifier') return false;
  const binding = reference.scope.getBinding(reference.node.id.name);
  return binding?.referencePaths.some((use) => isCorsCall(use.parentPath)) ?? false;
}
