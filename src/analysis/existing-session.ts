import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { Span } from '../source/span.js';
import { asCall, asMember, keyName, spanOf, unwrap } from './expressions.js';
import type { ExistingSession } from './model.js';
import type { SessionOrigin } from './session-origin.js';
import { ALL_SESSION_KEYS, HEADER_NAMES, type SessionKey } from './signal-methods.js';

/**
 * The session that `fn` has at hand for code from `before` on: variables of its own body that hold ids, or a
 * parameter that carries them (`slot`). Undefined when the session and window ids cannot be had from what is there.
 */
export function existingSession(
  fn: NodePath<t.Function>,
  before: number,
  uses: readonly NodePath[],
  origin: SessionOrigin,
  slot: ExistingSession['object'],
): ExistingSession | undefined {
  const ids: Partial<Record<SessionKey, string>> = {};
  let object: ExistingSession['object'];
  let pattern: NodePath<t.ObjectPattern> | undefined;
  let readBy: Span | undefined;

  const visible = (name: string): boolean => {
    const own = fn.get('body').scope.getBinding(name);
    return uses.every((use) => use.scope.getBinding(name) === own);
  };

  for (const declarator of ownDeclarators(fn, before)) {
    const id = declarator.get('id');
    const init = declarator.get('init') as NodePath;
    if (!init.node) continue;
    if (id.isIdentifier()) {
      if (!visible(id.node.name)) continue;
      const { name } = id.node;
      // A function that reads the headers may give one id or all of them; the variable's name tells.
      const isObject =
        !/id$/i.test(name) && ALL_SESSION_KEYS.every((candidate) => origin.isSession(init, candidate));
      const key = isObject ? undefined : ALL_SESSION_KEYS.find((candidate) => origin.isId(init, candidate));
      if (isObject) object ??= { name, optional: false };
      else if (key) ids[key] ??= name;
      if (isObject || key) readBy ??= spanOf(init.node);
    } else if (id.isObjectPattern()) {
      for (const property of id.node.properties) {
        if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
        if (!visible(property.value.name)) continue;
        const name = keyName(property);
        const key = ALL_SESSION_KEYS.find((one) => one === name || HEADER_NAMES[one] === name?.toLowerCase());
        if (!key || !origin.isId(boundIdentifier(id, property), key)) continue;
        ids[key] ??= property.value.name;
        readBy ??= spanOf(init.node);
      }
      const readsAll =
        asCall(unwrap(init)) !== undefined && ALL_SESSION_KEYS.every((key) => origin.isSession(init, key));
      if (readsAll && !id.node.properties.some((one) => one.type === 'RestElement')) pattern ??= id;
    }
  }
  object ??= slot && { name: slot.name, optional: slot.optional };
  const session: ExistingSession = { ids, object, pattern, readBy };
  return object !== undefined || pattern || (ids.sessionId !== undefined && ids.windowId !== undefined)
    ? session
    : undefined;
}

/** The identifier that a property of a pattern binds, as a path whose binding can be looked up. */
function boundIdentifier(pattern: NodePath<t.ObjectPattern>, property: t.ObjectProperty): NodePath {
  const at = pattern.node.properties.indexOf(property);
  return pattern.get(`properties.${at}.value`) as NodePath;
}

/** Declarations directly in the body of `fn` that end before `limit`. */
function ownDeclarators(fn: NodePath<t.Function>, limit: number): NodePath<t.VariableDeclarator>[] {
  const body = fn.get('body') as NodePath;
  if (!body.isBlockStatement()) return [];
  return body
    .get('body')
    .flatMap((statement) => (statement.isVariableDeclaration() ? statement.get('declarations') : []))
    .filter((declarator) => (declarator.node.end ?? 0) <= limit);
}

/** Whether `fn` reads both `name.sessionId` and `name.windowId`. */
export function readsSessionOf(fn: NodePath<t.Function>, name: string): boolean {
  const read = new Set<string | undefined>();
  fn.traverse({
    enter: (path) => {
      const member = asMember(path);
      if (member?.object.isIdentifier({ name })) read.add(member.name);
    },
  });
  return read.has('sessionId') && read.has('windowId');
}
