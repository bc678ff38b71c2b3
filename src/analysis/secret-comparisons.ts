import type { NodePath } from '@babel/traverse';
import { ByDepth } from './by-depth.js';
import {
  argumentsOf,
  asCall,
  asMember,
  calleeOf,
  declaredValue,
  destructuredFrom,
  importedFrom,
  isImported,
  memberCalled,
  originalName,
  unwrap,
} from './expressions.js';
import { isWithin } from './within-steps.js';

/** Whose secret a request is compared with, by what the secret is called. */
export type ComparedSecret = 'cron-secret' | 'webhook-secret' | 'server-secret';

/**
 * The secret of the server's environment that a comparison asks the caller for; undefined where it asks for none. A
 * secret that is called neither a cron's nor a webhook's counts only against a header: a form may ask for a password.
 */
export function comparedSecret(sides: readonly NodePath[]): ComparedSecret | undefined {
  const [left, right] = sides;
  if (!left || !right) return undefined;
  for (const [secret, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = secretName(secret);
    if (name === undefined || isConstant(other)) continue;
    const kind = kindOf(name);
    if (kind !== 'server-secret' || isBearer(secret) || readsHeaders(other)) return kind;
  }
  return undefined;
}

/** The secret that a value such as the `token` of an authentication is; undefined where it is none of the environment's. */
export function secretOf(value: NodePath): ComparedSecret | undefined {
  const name = secretName(value);
  return name === undefined ? undefined : kindOf(name);
}

function kindOf(name: string): ComparedSecret {
  if (/cron/i.test(name)) return 'cron-secret';
  return /webhook/i.test(name) ? 'webhook-secret' : 'server-secret';
}

/** The secret that a function of two arguments, such as a constant-time comparison, is given beside a header. */
export function passedSecret(args: readonly NodePath[]): ComparedSecret | undefined {
  const isPair = args.length === 2 && args.some((one) => readsHeaders(one));
  return isPair ? comparedSecret(args) : undefined;
}

/**
 * Whether a comparison lets nobody else in. One that is only kept (`const isInternal = …`) has to end the function
 * somewhere; one that only chooses between two ways is none.
 */
export function isGuard(comparison: NodePath): boolean {
  let path = comparison;
  while (path.parentPath?.isLogicalExpression() || path.parentPath?.isUnaryExpression())
    path = path.parentPath;
  const { parentPath: user, key } = path;
  if (user?.isIfStatement()) return key === 'test';
  if (user?.isConditionalExpression()) return false;
  if (!user?.isVariableDeclarator() || user.node.id.type !== 'Identifier') return true;
  const binding = user.scope.getBinding(user.node.id.name);
  return (
    binding?.referencePaths.some((reference) => {
      const statement = reference.findParent((parent) => parent.isStatement());
      if (!statement?.isIfStatement()) return statement?.isReturnStatement() === true;
      const { consequent } = statement.node;
      const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
      return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
    }) === true
  );
}

const SECRET_NAME = /secret|token|key|password|auth/i;

/** The name of the secret that an expression holds: an environment variable, or an imported or destructured setting. */
function secretName(path: NodePath, hops = 0, known = new ByDepth<string | undefined>()): string | undefined {
  if (hops > 8) return undefined;
  const value = unwrap(path);
  const again = (part: NodePath): string | undefined => secretName(part, hops + 1, known);
  return known.once(value.node, hops, () => secretNameOf(value, again));
}

function secretNameOf(value: NodePath, again: (part: NodePath) => string | undefined): string | undefined {
  const first = (parts: readonly NodePath[]): string | undefined =>
    parts.map(again).find((name) => name !== undefined);
  if (value.isTemplateLiteral()) return first(value.get('expressions') as NodePath[]);
  if (value.isBinaryExpression({ operator: '+' })) return first([value.get('left'), value.get('right')]);
  if (value.isLogicalExpression()) return first([value.get('left')]);
  const member = asMember(value);
  if (member) return isSetting(member.object) ? named(member.name) : undefined;
  const call = asCall(value);
  if (call) {
    const callee = memberCalled(call);
    // `secret.trim()`, `Buffer.from(secret)`, `encoder.encode(secret)`.
    return (callee && again(callee.object)) ?? first(argumentsOf(call));
  }
  if (!value.isIdentifier()) return undefined;
  const binding = value.scope.getBinding(value.node.name);
  if (!binding) return undefined;
  const imported = importedFrom(binding);
  if (imported) return /^[A-Z\d_]+$/.test(imported.name) ? named(imported.name) : undefined;
  const taken = destructuredFrom(binding);
  if (taken) return isSetting(taken.from) || /cron/i.test(taken.key) ? named(taken.key) : undefined;
  const declared = declaredValue(binding);
  return declared && !declared.isFunction() ? again(declared) : undefined;
}

function named(name: string | undefined): string | undefined {
  return name !== undefined && SECRET_NAME.test(name) && !name.startsWith('NEXT_PUBLIC_') ? name : undefined;
}

/** `process.env`, or an object that a module of settings exports: `env.CRON_SECRET`, `config.api.secret`. */
function isSetting(path: NodePath): boolean {
  const value = unwrap(path);
  const member = asMember(value);
  if (member)
    return (
      (member.name === 'env' && member.object.isIdentifier({ name: 'process' })) || isSetting(member.object)
    );
  if (!value.isIdentifier()) return false;
  const binding = value.scope.getBinding(value.node.name);
  return (
    binding !== undefined &&
    importedFrom(binding) !== undefined &&
    /env|config|secrets/i.test(`${value.node.name} ${originalName(value.node.name, value)}`)
  );
}

/** `SECRET === undefined` asks whether it is set, not who calls. */
function isConstant(path: NodePath): boolean {
  const value = unwrap(path);
  return value.isLiteral() ? !value.isTemplateLiteral() : value.isIdentifier({ name: 'undefined' });
}

function isBearer(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isTemplateLiteral()) return /^bearer /i.test(value.node.quasis[0]?.value.raw ?? '');
  if (value.isBinaryExpression({ operator: '+' })) {
    const left = value.get('left');
    return left.isStringLiteral() && /^bearer /i.test(left.node.value);
  }
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  const declared = binding && declaredValue(binding);
  return declared !== undefined && !declared.isIdentifier() && !declared.isFunction() && isBearer(declared);
}

/** Whether an expression is made of a request header. */
function readsHeaders(path: NodePath): boolean {
  return isWithin(unwrap(path), 8, ({ node }) => node, headersOrParts);
}

/** True for what reads headers by itself, else what it is made of. */
function headersOrParts(value: NodePath): true | readonly NodePath[] {
  if (value.isAwaitExpression()) return [unwrap(value.get('argument'))];
  if (value.isLogicalExpression()) return [unwrap(value.get('left'))];
  const member = asMember(value);
  if (member) return member.name === 'headers' || [unwrap(member.object)];
  const call = asCall(value);
  if (call) {
    const callee = unwrap(calleeOf(call));
    if (asMember(callee)) return [callee];
    return isImported(callee, 'next/headers', 'headers') || argumentsOf(call).map(unwrap);
  }
  if (!value.isIdentifier()) return [];
  const binding = value.scope.getBinding(value.node.name);
  if (!binding) return [];
  const taken = destructuredFrom(binding);
  if (taken) return taken.key === 'headers' || [unwrap(taken.from)];
  const declared = declaredValue(binding);
  return declared && !declared.isFunction() ? [unwrap(declared)] : [];
}
