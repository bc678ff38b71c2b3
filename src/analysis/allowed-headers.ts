import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import { type ConstantText, constantText, constantTexts } from './constant-text.js';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  type CallPath,
  calleeOf,
  importedValue,
  keyName,
  memberCalled,
  propertyOf,
  spanOf,
} from './expressions.js';
import { ALLOW_LIST } from './header-clues.js';
import { hasPair, listsOfPair } from './header-pairs.js';
import { programOf } from './program.js';
import { isSent, isSentLater } from './sent-headers.js';

/** One place that says which headers pages of other origins may send. */
export interface AllowList {
  /** The names with where each is written; undefined when they are no constants. */
  readonly names: readonly AllowedName[] | undefined;
  /** The whole list. */
  readonly span: Span;
  readonly path: NodePath;
  /** Whether the same place lets other origins in; a list by itself allows nothing. */
  readonly opens: boolean;
  /** The patterns of the paths that the list is for, in `headers()` of next.config; none where it is for all, or not told. */
  readonly sources: readonly string[];
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
  const visitCall = (call: CallPath): void => {
    const [, value] = argumentsOf(call);
    if (!value || headerSetBy(call) !== LIST || isSetForRequest(call)) return;
    const scope = call.getFunctionParent() ?? program;
    lists.push({ ...listAt(value), path: call, opens: setsHeader(scope, ORIGIN), sources: [] });
  };
  readBelow(program, {
    CallExpression: visitCall,
    OptionalCallExpression: visitCall,
    ObjectProperty(property) {
      const key = keyName(property.node);
      const value = property.get('value') as NodePath;
      const object = property.parentPath;
      if (key === undefined || !object.isObjectExpression()) return;
      if (key.toLowerCase() === LIST) {
        if (!isSent(object))
          lists.push({ ...listAt(value), path: property, opens: isOpened(object), sources: [] });
      } else if (key === 'key' && constantText(value)?.text.toLowerCase() === LIST) {
        const names = propertyOf(object, 'value');
        if (names) lists.push({ ...listAt(names), path: property, ...placeOfPair(object) });
      } else if (/^allow(?:ed)?Headers$/.test(key) && isCorsOptions(object)) {
        lists.push({ ...listAt(value), path: property, opens: true, sources: [] });
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
  const member = memberCalled(call);
  const isSetter = member?.name !== undefined && SETTERS.has(member.name);
  return isSetter && name ? constantText(name)?.text.toLowerCase() : undefined;
}

/** Whether something below `scope`, or an object that it uses, gives the header of an answer a value. */
function setsHeader(scope: NodePath, name: string): boolean {
  let found = false;
  const visitCall = (call: CallPath): void => {
    if (headerSetBy(call) === name && !isSetForRequest(call)) found = true;
  };
  readBelow(scope, {
    CallExpression: visitCall,
    OptionalCallExpression: visitCall,
    ObjectProperty({ node, parentPath }) {
      if (keyName(node)?.toLowerCase() === name && parentPath.isObjectExpression() && !isSent(parentPath))
        found = true;
    },
    Identifier(identifier) {
      if (found || !identifier.isReferencedIdentifier()) return;
      const used = followLocal(identifier);
      if (used.isObjectExpression() && hasHeader(used, name)) found = !isSent(identifier);
    },
  });
  return found;
}

function hasHeader(object: NodePath<t.ObjectExpression>, name: string): boolean {
  return object.node.properties.some(
    (one) => one.type === 'ObjectProperty' && keyName(one)?.toLowerCase() === name,
  );
}

const MOST_VARIABLES = 3;

/** Whether what holds the object, or uses the variable that does, lets other origins in. */
function isOpened(object: NodePath<t.ObjectExpression>, hops = 0): boolean {
  if (setsHeader(object.getFunctionParent() ?? object, ORIGIN)) return true;
  const declarator = object.parentPath;
  if (!declarator.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return false;
  const uses = declarator.scope.getBinding(declarator.node.id.name)?.referencePaths ?? [];
  return uses.some((use) => {
    const fn = use.getFunctionParent();
    if (fn) return setsHeader(fn, ORIGIN);
    const around = use.parentPath?.isSpreadElement() ? use.parentPath.parentPath : undefined;
    return around?.isObjectExpression() === true && hops < MOST_VARIABLES && isOpened(around, hops + 1);
  });
}

/** Whether a setter is called on headers that go into a request of the app's own. */
function isSetForRequest(call: CallPath): boolean {
  const receiver = memberCalled(call)?.object;
  return receiver !== undefined && isSentLater(receiver);
}

/** Which paths `{ key: 'Access-Control-Allow-Headers', value: '…' }` is for, and whether it is among pairs that let other origins in. */
function placeOfPair(object: NodePath<t.ObjectExpression>): Pick<AllowList, 'opens' | 'sources'> {
  const lists = listsOfPair(object);
  const opening = lists.filter(({ array }) => hasPair(array, ORIGIN));
  const sources = (opening.length > 0 ? opening : lists).flatMap(({ source }) => source ?? []);
  return { opens: opening.length > 0, sources };
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
