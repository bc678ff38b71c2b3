import type { Identifier, JSXIdentifier } from '@babel/types';
import type { SourceFile } from '../../../src/source/parse.js';
import { type NodePath, traverse } from '../../../src/source/traverse.js';

export type IdentifierPath = NodePath<Identifier | JSXIdentifier>;

/** Calls `visit` for each identifier that declares or refers to something, in the order of the text; keys are none. */
export function forEachName(file: SourceFile, visit: (path: IdentifierPath) => void): void {
  traverse(file.ast, {
    'Identifier|JSXIdentifier'(path: NodePath) {
      const named = path as IdentifierPath;
      if (!isKey(named)) visit(named);
    },
  });
}

/** Whether an identifier is a mere word: the name of a member, an attribute, what another module exports. */
export function isKey(path: IdentifierPath): boolean {
  const { node, parent, key } = path;
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return key === 'property' && !parent.computed;
    case 'ObjectProperty':
      // The shorthand `{ a }` is two nodes for one word: the value counts.
      return key === 'key' && !parent.computed;
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'TSDeclareMethod':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return key === 'key' && !parent.computed;
    case 'ImportSpecifier':
      return key === 'imported';
    case 'ExportSpecifier':
      return key === 'exported' || isFromElsewhere(path);
    case 'ExportNamespaceSpecifier':
    case 'ExportDefaultSpecifier':
    case 'MetaProperty':
    case 'PrivateName':
    case 'JSXAttribute':
    case 'JSXNamespacedName':
    case 'TSEnumMember':
    case 'TSImportType':
    case 'TSNamedTupleMember':
    case 'ImportAttribute':
      return key !== 'initializer' && key !== 'value' && key !== 'elementType';
    case 'TSQualifiedName':
      return key === 'right';
    case 'JSXMemberExpression':
      return key === 'property';
    case 'JSXOpeningElement':
    case 'JSXClosingElement':
      return node.type === 'JSXIdentifier' && /^[a-z]/.test(node.name);
    default:
      return false;
  }
}

/** `export { a } from './a'` names nothing of this file. */
function isFromElsewhere(path: IdentifierPath): boolean {
  const declaration = path.parentPath?.parent;
  return declaration?.type === 'ExportNamedDeclaration' && declaration.source != null;
}
