import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import { allowLists } from './allowed-headers.js';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  declaredValue,
  destructuredFrom,
  keyName,
  memberCalled,
  spanOf,
  unwrap,
} from './expressions.js';
import { SESSION_HEADER } from './header-clues.js';
import { isHeadersCall } from './headers-source.js';
import type { Place } from './model.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';
import { projectText } from './project-text.js';

/** A constant that is used as the name of a header, where it is written. */
export interface HeaderUse extends Place {
  readonly name: string;
  /** Where the name is used, where that is in another file. */
  readonly usedAt: Place | undefined;
  /** `allowed`: it stands in a list for `Access-Control-Allow-Headers`. */
  readonly kind: 'read' | 'written' | 'allowed';
}

const READING = new Set(['get', 'has', 'header']);
const WRITING = new Set(['set', 'append', 'setHeader', 'setRequestHeader', 'header']);

/** Every header that the file names by a constant of the project, as far as it shows that it is the name of a header. */
export function headerUses(file: SourceFile, host: ModuleHost): HeaderUse[] {
  if (!/header/i.test(file.text) && !SESSION_HEADER.test(file.text)) return [];
  const uses: HeaderUse[] = [];
  const { path } = file;
  const here = (kind: HeaderUse['kind'], name: string, span: Span): void => {
    uses.push({ kind, name, path, ...span, usedAt: undefined });
  };
  const add = (kind: HeaderUse['kind'], name: NodePath | undefined): void => {
    const constant = name && projectText(name, file, host);
    if (!constant) return;
    const { text, literal, file: owner } = constant;
    const usedAt = owner === file ? undefined : { path, ...spanOf(name.node) };
    uses.push({ kind, name: text, path: owner.path, ...spanOf(literal.node), usedAt });
  };
  const visitCall = (call: CallPath): void => {
    const args = argumentsOf(call);
    const member = memberCalled(call);
    const [first] = args;
    if (member?.name !== undefined && READING.has(member.name) && args.length === 1) {
      if (member.name === 'header' || holdsHeaders(member.object)) add('read', first);
    } else if (member?.name !== undefined && WRITING.has(member.name)) {
      add('written', first);
    } else if (args.some((argument) => holdsHeaders(argument))) {
      // A reader of the project's own: `readHeader(request.headers, 'x-signal-session-id')`.
      for (const argument of args) if (isConstant(argument)) add('read', argument);
    }
  };
  const visitMember = (path: NodePath): void => {
    const member = asMember(path);
    if (!member || !(path.node as t.MemberExpression).computed || !holdsHeaders(member.object)) return;
    const isTarget = path.parentPath?.isAssignmentExpression() === true && path.key === 'left';
    add(isTarget ? 'written' : 'read', member.property);
  };
  readBelow(programOf(file), {
    CallExpression: visitCall,
    OptionalCallExpression: visitCall,
    MemberExpression: visitMember,
    OptionalMemberExpression: visitMember,
    ObjectProperty(property) {
      const name = keyName(property.node);
      if (name === undefined || property.node.key.type !== 'StringLiteral') return;
      const pattern = property.parentPath;
      const kind = pattern.isObjectPattern() ? (takesHeaders(pattern) ? 'read' : undefined) : 'written';
      if (kind) here(kind, name, spanOf(property.node.key));
    },
  });
  for (const list of allowLists(file)) {
    for (const { name, span } of list.names ?? []) here('allowed', name, span);
  }
  return uses;
}

function isConstant(path: NodePath): boolean {
  return (
    path.isStringLiteral() || path.isTemplateLiteral() || path.isIdentifier() || asMember(path) !== undefined
  );
}

/** `const { 'x-signal-session-id': id } = req.headers` */
function takesHeaders(pattern: NodePath<t.ObjectPattern>): boolean {
  const declarator = pattern.parentPath;
  if (!declarator.isVariableDeclarator()) return false;
  const init = declarator.get('init') as NodePath;
  return init.node !== null && init.node !== undefined && holdsHeaders(init);
}

/** Whether an expression holds headers: by where it comes from, or by a name that says so. */
export function holdsHeaders(path: NodePath, hops = 0): boolean {
  const value = unwrap(path);
  if (hops > 5) return false;
  const again = (inner: NodePath): boolean => holdsHeaders(inner, hops + 1);
  if (value.isAwaitExpression()) return again(value.get('argument'));
  if (value.isLogicalExpression()) return again(value.get('left'));
  if (value.isNewExpression()) return value.get('callee').isIdentifier({ name: 'Headers' });
  const member = asMember(value);
  if (member) return member.name === 'headers';
  if (asCall(value)) return isHeadersCall(value);
  if (!value.isIdentifier()) return false;
  const binding = value.scope.getBinding(value.node.name);
  if (!binding) return false;
  const taken = destructuredFrom(binding);
  if (taken) return taken.key === 'headers';
  const declared = declaredValue(binding);
  if (declared && !declared.isFunction() && again(declared)) return true;
  return /^(?:req|request|incoming)?headers(?:list|store)?$/i.test(value.node.name);
}
