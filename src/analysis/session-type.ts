import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { isProjectSpecifier } from '../source/specifiers.js';
import { typeDeclaration } from './declared-types.js';
import { importedName } from './exports.js';
import { originalName } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { ALL_SESSION_KEYS } from './signal-methods.js';
import { SDK_MODULES } from './signal-module.js';
import { originOfType } from './signatures.js';
import { isWithin } from './within-steps.js';

/** The type `SessionInfo`, by that name or written out: an object with more in it is the application's own. */
export function isSessionType(type: t.TSType, at: NodePath, file: SourceFile, host: ModuleHost): boolean {
  if (type.type === 'TSUnionType') return type.types.some((one) => isSessionType(one, at, file, host));
  if (type.type === 'TSTypeLiteral') return isWrittenOut(type);
  if (type.type !== 'TSTypeReference') return false;
  const { typeName } = type;
  const name = typeName.type === 'TSQualifiedName' ? typeName.right.name : originalName(typeName.name, at);
  return /SessionInfo$/.test(name) && isSessionReference(type, at, file, host);
}

/** The three ids and nothing else, as a file says it that cannot import the type. */
function isWrittenOut({ members }: t.TSTypeLiteral): boolean {
  const names = namesOf(members);
  return names.length === ALL_SESSION_KEYS.length && ALL_SESSION_KEYS.every((key) => names.includes(key));
}

/** Whether a type is made of `SessionInfo`, or of an object type with a `sessionId` and a `windowId`. */
export function namesSession(type: t.TSType, at: NodePath, file: SourceFile, host: ModuleHost): boolean {
  return isWithin(
    type,
    5,
    (one) => one,
    (one) => sessionOrParts(one, at, file, host),
  );
}

/** True for a type that is the session by itself, else what it is made of. */
function sessionOrParts(
  type: t.TSType,
  at: NodePath,
  file: SourceFile,
  host: ModuleHost,
): true | readonly t.TSType[] {
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types;
    case 'TSTypeLiteral':
      return hasBothIds(type.members) || [];
    case 'TSTypeReference': {
      if (isSessionReference(type, at, file, host)) return true;
      const declared = typeDeclaration(referencedName(type), at);
      const behind = declared?.type === 'TSTypeAliasDeclaration' ? [declared.typeAnnotation] : [];
      return [...(type.typeParameters?.params ?? []), ...behind];
    }
    default:
      return [];
  }
}

/** Whether a type is the session by its name and origin, or an object type of this file with both ids. */
function isSessionReference(
  type: t.TSTypeReference,
  at: NodePath,
  file: SourceFile,
  host: ModuleHost,
): boolean {
  const name = referencedName(type);
  if (isTypeParameter(name, at)) return false;
  const declared = type.typeName.type === 'Identifier' ? typeDeclaration(name, at) : undefined;
  if (declared?.type === 'TSInterfaceDeclaration') return hasBothIds(declared.body.body);
  if (declared?.typeAnnotation.type === 'TSTypeLiteral') return hasBothIds(declared.typeAnnotation.members);
  if (declared || !/^(Signal)?SessionInfo$/.test(originalName(name, at))) return false;
  return type.typeName.type === 'TSQualifiedName' || isSignals(name, at, file, host);
}

/** Whether an imported type of that name is Signal's: as it is declared in the project, else by the module that has it. */
function isSignals(name: string, at: NodePath, file: SourceFile, host: ModuleHost): boolean {
  const origin = originOfType(name, at, file, host);
  switch (origin?.kind) {
    case undefined:
      return true;
    case 'declared': {
      const { node } = origin.declaration;
      if (node.type === 'TSInterfaceDeclaration') return !!node.extends || hasBothIds(node.body.body);
      if (node.typeAnnotation.type === 'TSTypeLiteral') return hasBothIds(node.typeAnnotation.members);
      return (
        isDerived(node.typeAnnotation) ||
        namesSession(node.typeAnnotation, origin.declaration, origin.file, host)
      );
    }
    case 'elsewhere':
      // An alias that is not understood leads nowhere.
      return isProjectSpecifier(origin.source) || isOfSdk(origin.source, origin.file);
  }
}

/** `ReturnType<typeof getSessionInfo>` */
function isDerived(type: t.TSType): boolean {
  if (type.type === 'TSTypeQuery')
    return type.exprName.type === 'Identifier' && /(?:SessionInfo|SignalSession)$/.test(type.exprName.name);
  return type.type === 'TSTypeReference' && (type.typeParameters?.params ?? []).some(isDerived);
}

/** What is taken from the SDK along with the type, where the SDK has another name. */
const OF_SDK = new Set(['getSessionInfo', 'createSignalServer', 'createSignalNode']);

function isOfSdk(source: string, { ast }: SourceFile): boolean {
  if (SDK_MODULES.some((one) => one === source)) return true;
  return ast.program.body.some((statement) => {
    if (statement.type !== 'ImportDeclaration' && statement.type !== 'ExportNamedDeclaration') return false;
    if (statement.source?.value !== source) return false;
    return statement.specifiers.some(
      (one) =>
        (one.type === 'ImportSpecifier' && OF_SDK.has(importedName(one))) ||
        (one.type === 'ExportSpecifier' && OF_SDK.has(one.local.name)),
    );
  });
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
  const names = namesOf(members);
  return names.includes('sessionId') && names.includes('windowId');
}

function namesOf(members: readonly t.TSTypeElement[]): (string | undefined)[] {
  return members.map((one) =>
    one.type === 'TSPropertySignature' && one.key.type === 'Identifier' ? one.key.name : undefined,
  );
}
