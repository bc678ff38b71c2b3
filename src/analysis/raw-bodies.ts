import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  declaredValue,
  importedFrom,
  importedValue,
  memberCalled,
  unwrap,
} from './expressions.js';
import { isWithin } from './within-steps.js';

/**
 * Whether an expression holds the bytes of the request's body, as a signature is computed over.
 * @param known parameters that were given them.
 */
export function isRawBody(path: NodePath, known: ReadonlySet<t.Node>): boolean {
  return isWithin(
    unwrap(path),
    8,
    ({ node }) => node,
    (value) => bodyOrParts(value, known),
  );
}

/** True for what is the body by itself, else what it is made of. */
function bodyOrParts(value: NodePath, known: ReadonlySet<t.Node>): true | readonly NodePath[] {
  if (value.isAwaitExpression()) return [unwrap(value.get('argument'))];
  if (value.isTemplateLiteral()) return value.get('expressions').map((part) => unwrap(part as NodePath));
  if (value.isNewExpression()) return value.get('arguments').map((argument) => unwrap(argument as NodePath));
  const call = asCall(value);
  if (call) {
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    const args = argumentsOf(call);
    if ((member?.name === 'text' || member?.name === 'arrayBuffer') && args.length === 0) return true;
    const imported = importedValue(callee);
    if (imported?.source === 'raw-body' || (imported?.source === 'micro' && imported.name === 'buffer'))
      return true;
    // `Buffer.concat(chunks)`, of what `for await` took from a Node request.
    if (member?.name === 'concat' && member.object.isIdentifier({ name: 'Buffer' })) return true;
    return [...args, ...(member ? [member.object] : [])].map(unwrap);
  }
  if (!value.isIdentifier()) return [];
  const binding = value.scope.getBinding(value.node.name);
  if (!binding) return [];
  if (binding.kind === 'param') return known.has(binding.identifier) || [];
  const declared = declaredValue(binding);
  return declared ? [unwrap(declared)] : [];
}

/** `createHmac(…).update(body)`, at once or through a variable. */
export function hashesBody(call: CallPath, known: ReadonlySet<t.Node>): boolean {
  const member = memberCalled(call);
  const [argument] = argumentsOf(call);
  return (
    member?.name === 'update' && argument !== undefined && isHmac(member.object) && isRawBody(argument, known)
  );
}

function isHmac(path: NodePath): boolean {
  const value = unwrap(path);
  const call = asCall(value);
  if (call) return isCrypto(unwrap(calleeOf(call)), 'createHmac');
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  const declared = binding && declaredValue(binding);
  return declared !== undefined && !declared.isIdentifier() && isHmac(declared);
}

/** Whether `callee` is the function `name` of Node's crypto module. */
export function isCrypto(callee: NodePath, name: string): boolean {
  const member = asMember(callee);
  const named = importedValue(callee);
  if (named) return isCryptoModule(named.source) && named.name === name;
  const owner = member && unwrap(member.object);
  const binding = owner?.isIdentifier() ? owner.scope.getBinding(owner.node.name) : undefined;
  const imported = binding && importedFrom(binding);
  return member?.name === name && imported !== undefined && isCryptoModule(imported.source);
}

function isCryptoModule(source: string): boolean {
  return source === 'crypto' || source === 'node:crypto';
}
