import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calledName,
  calleeOf,
  callWith,
  initOf,
  keyName,
  literalText,
  partsAround,
  propertyOf,
  referencesIn,
  unwrap,
  withoutAwait,
} from './expressions.js';
import { leaves } from './leaving.js';

/** Whether only administrators come to a place, and the variables that are asked whether they are one. */
export type Admission =
  | { readonly kind: 'none' }
  | { readonly kind: 'admins'; readonly asked: readonly Binding[] };

/** What lets an administrator through: who is asked for in such a function is hardly ever the one who asks. */
const ADMITS_ADMINS = /^(?:require|assert|ensure|verify|check|enforce)_?(?:Super|Site|Is)?Admin/i;
/** What is wrapped around a function for administrators, or builds one. */
const WRAPS_FOR_ADMINS =
  /^(?:with|for)_?(?:Super|Site)?Admin|^_?(?:super|site)?_?admins?(?:Only)?_?(?:Procedure|Action|ActionClient|Client|Route|Handler|Middleware)/i;
/** What lets those through who have a role that it is given. */
const ADMITS_ROLE =
  /^(?:require|assert|ensure|verify|check|enforce|with|has)\w*(?:Role|Permission|Auth)|^(?:auth|protect|guard)/i;
const ADMIN = /^(?:super|site)?[_-]?admin(?:istrator)?s?$/i;
/** What tells whether somebody is an administrator. */
const IS_ADMIN = /^(?:is|has)_?(?:Super|Site)?_?Admin|^(?:super|site)?_?admin$/i;

/** An option by which a function lets no others through. */
const ADMINS_ONLY = /^(?:(?:super)?admins?_?only|only_?(?:super)?admins?|requires?_?admin|admin_?required)$/i;
const NAMES_ADMIN = /(?:^|[a-z_])admin/i;
/** The part of an app that is for administrators, and the way into it, on which nobody is one yet. */
const ADMIN_AREA = /(?:^|\/)(?:app|pages)\/(?:.*\/)?\(?admins?\)?\//i;
const WAY_IN = /\/(?:auth|log-?in|sign-?(?:in|up)|register|invit(?:es?|ations?)|setup)(?:[/.]|$)/i;

/** Whether the file `path` belongs to the part of an app that is for administrators. */
export function isInAdminArea(path: string): boolean {
  return ADMIN_AREA.test(path) && !WAY_IN.test(path);
}

/** Whether `owner`, as far as `value`, is for administrators: by what is around it, what it calls, or whom it turns away. */
export function admissionOfAdmins(owner: NodePath<t.Function>, value: NodePath): Admission {
  const asked: Binding[] = [];
  const isAdmitted =
    referencesIn(owner).some(({ node }) => ADMITS_ADMINS.test(node.name)) ||
    isWrapped(owner) ||
    turnsOthersAway(owner, value, asked);
  return isAdmitted ? { kind: 'admins', asked } : { kind: 'none' };
}

/** `withAdmin(handler)`, `adminProcedure.mutation(handler)`, `withRole('admin', handler)` */
function isWrapped(owner: NodePath<t.Function>): boolean {
  return partsAround(owner).some((part) => {
    const call = callWith(part);
    return call !== undefined && isForAdmins(call);
  });
}

function isForAdmins(call: CallPath): boolean {
  const names = referencesIn(calleeOf(call)).map(({ node }) => node.name);
  return names.some((name) => WRAPS_FOR_ADMINS.test(name) || ADMITS_ADMINS.test(name)) || admitsByRole(call);
}

/** `requireRole(request, 'admin')`, `withAuth(handler, { role: 'admin' })` */
function admitsByRole(call: CallPath): boolean {
  return ADMITS_ROLE.test(calledName(call) ?? '') && namesAdminRole(call);
}

function namesAdminRole(call: CallPath): boolean {
  return argumentsOf(call).some((argument) => {
    const value = unwrap(argument);
    if (!value.isObjectExpression()) return isAdminRole(value);
    const role = propertyOf(value, 'role');
    return role !== undefined && isAdminRole(role);
  });
}

/** `getUser({ adminOnly: true })` */
function isForAdminsOnly(call: CallPath): boolean {
  return argumentsOf(call).some((argument) => {
    const value = unwrap(argument);
    return (
      value.isObjectExpression() &&
      value.node.properties.some(
        (one) =>
          one.type === 'ObjectProperty' &&
          ADMINS_ONLY.test(keyName(one) ?? '') &&
          one.value.type === 'BooleanLiteral' &&
          one.value.value,
      )
    );
  });
}

/** `const { denied } = await checkAccess(request, 'admin'); if (denied) return denied;` */
function isAdmissionOf(binding: Binding): boolean {
  const init = initOf(binding);
  const call = init && asCall(withoutAwait(init));
  return call !== undefined && (namesAdminRole(call) || NAMES_ADMIN.test(calledName(call) ?? ''));
}

/** The variables that a statement gives back as they are. */
function returnedIn(consequent: t.Statement, test: NodePath): Binding[] {
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  let given = last?.type === 'ReturnStatement' ? last.argument : undefined;
  while (given?.type === 'MemberExpression') given = given.object;
  const binding = given?.type === 'Identifier' ? test.scope.getBinding(given.name) : undefined;
  return binding ? [binding] : [];
}

/** The variables of one declarator. */
function variablesOf({ node, scope }: NodePath): Binding[] {
  return Object.values(scope.bindings).filter(({ path }) => path.node === node);
}

/** `'admin'`, `Role.ADMIN` */
function isAdminRole(path: NodePath): boolean {
  const value = unwrap(path);
  return ADMIN.test(literalText(value.node) ?? asMember(value)?.name ?? '');
}

/** Whether a statement before `value` requires the role, or leaves where somebody is no administrator. */
function turnsOthersAway(owner: NodePath<t.Function>, value: NodePath, asked: Binding[]): boolean {
  const start = value.node.start ?? 0;
  let found = false;
  const isBefore = (path: NodePath): boolean =>
    (path.node.end ?? 0) <= start && value.findParent(({ node }) => node === path.parent) !== null;
  readBelow(owner, {
    IfStatement: (path) => {
      const statement = path as NodePath<t.IfStatement>;
      if (!isBefore(statement) || !leaves(statement.node.consequent)) return;
      const test = statement.get('test');
      const admission = returnedIn(statement.node.consequent, test).find(isAdmissionOf);
      if (admission) {
        found = true;
        asked.push(...variablesOf(admission.path));
        return;
      }
      if (!alternativesOf(test).some(isNoAdmin)) return;
      found = true;
      for (const { node, scope } of referencesIn(test)) {
        const binding = scope.getBinding(node.name);
        if (binding) asked.push(binding);
      }
    },
    ExpressionStatement: (statement) => {
      const expression = unwrap(statement.get('expression') as NodePath);
      const call = asCall(withoutAwait(expression));
      found ||= call !== undefined && (admitsByRole(call) || isForAdminsOnly(call)) && isBefore(statement);
    },
    VariableDeclarator: (declarator) => {
      const init = declarator.get('init') as NodePath;
      const call = init.node && asCall(withoutAwait(init));
      if (!call || !declarator.parentPath || !isBefore(declarator.parentPath)) return;
      const isRequired = /^(?:require|assert|ensure|enforce)/i.test(calledName(call) ?? '');
      if (isForAdminsOnly(call)) {
        found = true;
        asked.push(...variablesOf(declarator));
      }
      found ||= isRequired && admitsByRole(call);
    },
  });
  return found;
}

/** The operands of `||`. With `&&` others may come through as well: `user.id !== id && user.role !== 'admin'`. */
function alternativesOf(test: NodePath): NodePath[] {
  const value = unwrap(test);
  return value.isLogicalExpression({ operator: '||' })
    ? [...alternativesOf(value.get('left')), ...alternativesOf(value.get('right'))]
    : [value];
}

/** `!(await isAdmin(user))`, `!user.isAdmin`, `user.role !== 'admin'` */
function isNoAdmin(test: NodePath): boolean {
  if (test.isBinaryExpression())
    return (
      (test.node.operator === '!==' || test.node.operator === '!=') &&
      (isAdminRole(test.get('left') as NodePath) || isAdminRole(test.get('right')))
    );
  if (!test.isUnaryExpression({ operator: '!' })) return false;
  const value = withoutAwait(unwrap(test.get('argument')));
  const call = asCall(value);
  const name = call
    ? calledName(call)
    : (asMember(value)?.name ?? (value.isIdentifier() ? value.node.name : ''));
  return IS_ADMIN.test(name ?? '') || (call !== undefined && admitsByRole(call));
}
