import {
  type Conversion,
  type Estree,
  leftToBabel,
  type Made,
  type Maker,
  type Makers,
  NotConverted,
} from './conversion.js';
import { expressionOnly, leaf, same, set } from './makers.js';

const annotated = same('typeAnnotation');

const expressionAndType = same('expression', 'typeAnnotation');

const typesOnly = same('types');

const paramsOnly = same('params');

const typeParameter: Maker = (node, to) => {
  const { type, start, end, name } = node;
  const made = { type, start, end, name: name.name };
  for (const modifier of ['const', 'in', 'out']) set(made, modifier, node[modifier]);
  to.setNode(made, 'constraint', node.constraint);
  to.setNode(made, 'default', node.default);
  return made;
};

/** `this` is a name in types. */
function entity(node: Estree, to: Conversion): Made {
  const { type, start, end } = node;
  return type === 'ThisExpression' ? { type: 'Identifier', start, end, name: 'this' } : to.one(node);
}

const typeReference: Maker = ({ type, start, end, typeName, typeArguments }, to) => {
  const made = { type, start, end, typeName: entity(typeName, to) };
  to.setNode(made, 'typeParameters', typeArguments);
  return made;
};

/** Babel 7 has one node for what a class implements and an interface extends, and entity names in it. */
const heritage: Maker = ({ start, end, expression, typeArguments }, to) => {
  const made = { type: 'TSExpressionWithTypeArguments', start, end, expression: entityName(expression, to) };
  to.setNode(made, 'typeParameters', typeArguments);
  return made;
};

function entityName(node: Estree, to: Conversion): Made {
  if (node.type !== 'MemberExpression') return node.type === 'Identifier' ? to.one(node) : leftToBabel();
  if (node.computed || node.optional) throw new NotConverted();
  const { start, end, object, property: right } = node;
  return { type: 'TSQualifiedName', start, end, left: entityName(object, to), right: to.one(right) };
}

/** The types of functions and the signatures of members: with other names than functions have. */
function withSignature(made: Made, node: Estree, to: Conversion): Made {
  to.setNode(made, 'typeParameters', node.typeParameters);
  made.parameters = to.many(node.params);
  to.setNode(made, 'typeAnnotation', node.returnType);
  return made;
}

const signature: Maker = (node, to) =>
  withSignature({ type: node.type, start: node.start, end: node.end }, node, to);

/** Babel has looked for a constructor and says no more of a name that is `new`. */
function computedOf({ key, computed, readonly }: Estree): boolean | undefined {
  return !computed && !readonly && key.type === 'Identifier' && key.name === 'new' ? undefined : computed;
}

const methodSignature: Maker = (node, to) => {
  const { type, start, end, key, kind } = node;
  const made = { type, start, end, key: to.one(key), computed: computedOf(node), kind };
  set(made, 'optional', node.optional);
  return withSignature(made, node, to);
};

const propertySignature: Maker = (node, to) => {
  const { type, start, end, key } = node;
  const made = { type, start, end, key: to.one(key), computed: computedOf(node) };
  set(made, 'optional', node.optional);
  set(made, 'readonly', node.readonly);
  to.setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

const indexSignature: Maker = (node, to) => {
  const { type, start, end, parameters } = node;
  const made = { type, start, end, parameters: to.many(parameters) };
  for (const modifier of ['readonly', 'static', 'accessibility']) set(made, modifier, node[modifier]);
  to.setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

/** Babel 7 makes a type parameter of the key. */
const mappedType: Maker = (node, to) => {
  const { type, start, end, key, constraint } = node;
  const made = {
    type,
    start,
    end,
    typeParameter: {
      type: 'TSTypeParameter',
      start: key.start,
      end: constraint.end,
      name: key.name,
      constraint: to.one(constraint),
    },
    nameType: to.orNull(node.nameType),
  };
  set(made, 'optional', node.optional);
  set(made, 'readonly', node.readonly);
  to.setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

const typeQuery: Maker = ({ type, start, end, exprName, typeArguments }, to) => {
  const made = { type, start, end, exprName: entity(exprName, to) };
  to.setNode(made, 'typeParameters', typeArguments);
  return made;
};

const importType: Maker = ({ type, start, end, source, options, qualifier, typeArguments }, to) => {
  if (options) throw new NotConverted();
  const made = { type, start, end, argument: to.one(source), options: null };
  to.setNode(made, 'qualifier', qualifier);
  to.setNode(made, 'typeParameters', typeArguments);
  return made;
};

const typeAlias: Maker = (node, to) => {
  const { type, start, end, id, typeAnnotation } = node;
  const made: Made = { type, start, end, id: to.one(id), typeAnnotation: to.one(typeAnnotation) };
  to.setNode(made, 'typeParameters', node.typeParameters);
  set(made, 'declare', node.declare);
  return made;
};

const interfaceOf: Maker = (node, to) => {
  const { type, start, end, id, body } = node;
  const made: Made = { type, start, end, id: to.one(id), body: to.one(body) };
  to.setNode(made, 'typeParameters', node.typeParameters);
  if (node.extends.length > 0) made.extends = to.many(node.extends);
  set(made, 'declare', node.declare);
  return made;
};

const enumOf: Maker = (node, to) => {
  const { type, start, end, id, body } = node;
  const made: Made = { type, start, end, id: to.one(id), members: to.many(body.members) };
  set(made, 'const', node.const);
  set(made, 'declare', node.declare);
  return made;
};

const enumMember: Maker = ({ type, start, end, id, initializer, computed }, to) => {
  if (computed) throw new NotConverted();
  const made = { type, start, end, id: to.one(id) };
  to.setNode(made, 'initializer', initializer);
  return made;
};

const moduleOf: Maker = (node, to) => {
  const { type, start, end, id, kind, body } = node;
  if (id.type === 'TSQualifiedName') throw new NotConverted();
  const made: Made = { type, start, end, kind, id: to.one(id) };
  to.setNode(made, 'body', body);
  set(made, 'declare', node.declare);
  set(made, 'global', node.global);
  return made;
};

export const TYPES = {
  TSAnyKeyword: leaf,
  TSArrayType: same('elementType'),
  TSAsExpression: expressionAndType,
  TSBigIntKeyword: leaf,
  TSBooleanKeyword: leaf,
  TSCallSignatureDeclaration: signature,
  TSClassImplements: heritage,
  TSConditionalType: same('checkType', 'extendsType', 'trueType', 'falseType'),
  TSConstructSignatureDeclaration: signature,
  TSConstructorType: (node, to) => {
    const made = signature(node, to);
    made.abstract = node.abstract;
    return made;
  },
  TSEnumBody: leftToBabel,
  TSEnumDeclaration: enumOf,
  TSEnumMember: enumMember,
  TSExportAssignment: expressionOnly,
  TSExternalModuleReference: expressionOnly,
  TSFunctionType: signature,
  TSImportType: importType,
  TSIndexSignature: indexSignature,
  TSIndexedAccessType: same('objectType', 'indexType'),
  TSInferType: same('typeParameter'),
  TSInstantiationExpression: ({ type, start, end, expression, typeArguments }, to) => ({
    type,
    start,
    end,
    expression: to.one(expression),
    typeParameters: to.one(typeArguments),
  }),
  TSInterfaceBody: same('body'),
  TSInterfaceDeclaration: interfaceOf,
  TSInterfaceHeritage: heritage,
  TSIntersectionType: typesOnly,
  TSIntrinsicKeyword: leftToBabel,
  TSJSDocNonNullableType: leftToBabel,
  TSJSDocNullableType: leftToBabel,
  TSJSDocUnknownType: leftToBabel,
  TSLiteralType: same('literal'),
  TSMappedType: mappedType,
  TSMethodSignature: methodSignature,
  TSModuleBlock: same('body'),
  TSModuleDeclaration: moduleOf,
  TSNamedTupleMember: same('label', 'elementType'),
  TSNamespaceExportDeclaration: leftToBabel,
  TSNeverKeyword: leaf,
  TSNonNullExpression: expressionOnly,
  TSNullKeyword: leaf,
  TSNumberKeyword: leaf,
  TSObjectKeyword: leaf,
  TSOptionalType: annotated,
  TSParenthesizedType: annotated,
  TSPropertySignature: propertySignature,
  TSQualifiedName: ({ type, start, end, left, right }, to) => ({
    type,
    start,
    end,
    left: entity(left, to),
    right: to.one(right),
  }),
  TSRestType: annotated,
  TSSatisfiesExpression: expressionAndType,
  TSStringKeyword: leaf,
  TSSymbolKeyword: leaf,
  /** Babel 7 has a template of types here. */
  TSTemplateLiteralType: (node, to) => ({
    type: 'TSLiteralType',
    start: node.start,
    end: node.end,
    literal: {
      type: 'TemplateLiteral',
      start: node.start,
      end: node.end,
      expressions: to.many(node.types),
      quasis: to.many(node.quasis),
    },
  }),
  TSThisType: leaf,
  TSTupleType: same('elementTypes'),
  TSTypeAliasDeclaration: typeAlias,
  TSTypeAnnotation: annotated,
  TSTypeAssertion: expressionAndType,
  TSTypeLiteral: same('members'),
  TSTypeOperator: same('typeAnnotation'),
  TSTypeParameter: typeParameter,
  TSTypeParameterDeclaration: paramsOnly,
  TSTypeParameterInstantiation: paramsOnly,
  TSTypePredicate: same('parameterName', 'typeAnnotation'),
  TSTypeQuery: typeQuery,
  TSTypeReference: typeReference,
  TSUndefinedKeyword: leaf,
  TSUnionType: typesOnly,
  TSUnknownKeyword: leaf,
  TSVoidKeyword: leaf,
} satisfies Makers;
