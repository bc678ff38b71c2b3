import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { typeDeclaration } from './declared-types.js';
import { annotationOf, asMember, originalName } from './expressions.js';
import { isWithin } from './within-steps.js';

/** Whether a parameter of `fn` says that it carries the session: by its type, by its name, or by what is read off it. */
export function carriesSession(binding: Binding, fn: NodePath<t.Function>): boolean {
  const { name } = binding.identifier;
  const type = annotationOf(binding.identifier);
  if (type && namesSession(type, fn)) return true;
  if (!type && /^(signal)?_?session(info|ids)?$/i.test(name)) return true;
  return binding.referencePaths.some((reference) => {
    const member = reference.parentPath && asMember(reference.parentPath);
    return reference.key === 'object' && (member?.name === 'sessionId' || member?.name === 'windowId');
  });
}

/** Whether a type is `SessionInfo`, or an object type of this file with a `sessionId` and a `windowId`. */
function namesSession(type: t.TSType, at: NodePath): boolean {
  return isWithin(
    type,
    5,
    (one) => one,
    (one) => sessionOrParts(one, at),
  );
}

/** True for a type that is the session by itself, else what it is made of. */
function sessionOrParts(type: t.TSType, at: NodePath): true | readonly t.TSType[] {
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types;
    case 'TSTypeLiteral':
      return hasBothIds(type.members) || [];
    case 'TSTypeReference': {
      if (isSessionReference(type, at)) return true;
      const declared = typeDeclaration(referencedName(type), at);
      const behind = declared?.type === 'TSTypeAliasDeclaration' ? [declared.typeAnnotation] : [];
      return [...(type.typeParameters?.params ?? []), ...behind];
    }
    default:
      return [];
  }
}

/** Whether a type is the session by its name, or an object type of this file with both ids. */
export function isSessionReference(type: t.TSTypeReference, at: NodePath): boolean {
  const name = referencedName(type);
  if (isTypeParameter(name, at)) return false;
  const declared = type.typeName.type === 'Identifier' ? typeDeclaration(name, at) : undefined;
  if (declared?.type === 'TSInterfaceDeclaration') return hasBothIds(declared.body.body);
  if (declared?.typeAnnotation.type === 'TSTypeLiteral') return hasBothIds(declared.typeAnnotation.members);
  return declared === undefined && /^(Signal)?SessionInfo$/.test(originalName(name, at));
}

/** `<SessionInfo extends { id: string }>`: whatever the caller makes it. */
function isTypeParameter(name: string, at: NodePath): boolean {
  return (
    at.find(({ node }) => {
      const { typeParameters } = node as Partial<t.Function>;
      return (
        typeParameters?.type === 'TSTypeParameterDeclaration' &&
        typeParameters.params.some((one) => one.name === name)
      );
    }) !== null
  );
}

/** The last name of `SessionInfo` or `analytics.SessionInfo`. */
function referencedName({ typeName }: t.TSTypeReference): string {
  return typeName.type === 'TSQualifiedName' ? typeName.right.name : typeName.name;
}

function hasBothIds(members: readonly t.TSTypeElement[]): boolean {
  const names = members.map((one) =>
    one.type === 'TSPropertySignature' && one.key.type === 'Identifier' ? one.key.name : undefined,
  );
  return names.includes('sessionId') && names.includes('windowId');
}
