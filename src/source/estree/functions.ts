import {
  type Conversion,
  type Estree,
  leftToBabel,
  type Made,
  type Maker,
  type Makers,
  NotConverted,
} from './conversion.js';
import { same, set, withoutDecorators } from './makers.js';

/** Adds what every function has; in ESTree a method has it in its value. */
export function withFunction(made: Made, node: Estree, to: Conversion): Made {
  made.id = to.orNull(node.id);
  made.generator = node.generator;
  made.async = node.async;
  made.params = to.many(node.params);
  if (node.body) made.body = to.one(node.body);
  to.setNode(made, 'typeParameters', node.typeParameters);
  to.setNode(made, 'returnType', node.returnType);
  return made;
}

const functionOf: Maker = (node, to) => {
  const { type, start, end } = node;
  const made = withFunction({ type, start, end }, node, to);
  set(made, 'declare', node.declare);
  return made;
};

const classOf: Maker = (node, to) => {
  withoutDecorators(node);
  const { type, start, end, id, superClass, body } = node;
  // Babel takes `implements` for the name before it knows better.
  if (!id && node.implements?.length > 0) throw new NotConverted();
  const made: Made = {
    type,
    start,
    end,
    id: to.orNull(id),
    superClass: to.orNull(superClass),
    body: to.one(body),
  };
  set(made, 'declare', node.declare);
  set(made, 'abstract', node.abstract);
  to.setNode(made, 'typeParameters', node.typeParameters);
  to.setNode(made, 'superTypeParameters', node.superTypeArguments);
  if (node.implements?.length > 0) made.implements = to.many(node.implements);
  return made;
};

/** What TypeScript adds to a member of a class. */
function setModifiers(made: Made, node: Estree): void {
  withoutDecorators(node);
  set(made, 'accessibility', node.accessibility);
  for (const name of ['declare', 'override', 'readonly', 'optional', 'definite']) set(made, name, node[name]);
  set(made, 'abstract', node.type.startsWith('TSAbstract'));
}

const method: Maker = (node, to) => {
  const { start, end, key, value, kind, computed } = node;
  const isPrivate = key.type === 'PrivateIdentifier';
  const type = value.body ? (isPrivate ? 'ClassPrivateMethod' : 'ClassMethod') : 'TSDeclareMethod';
  const made: Made = { type, start, end, static: node.static, key: to.one(key), kind };
  // Babel takes `get` and `async` for the name before it comes to a private one.
  if (!isPrivate || kind !== 'method' || value.async) made.computed = computed;
  setModifiers(made, node);
  return withFunction(made, value, to);
};

const propertyOfClass: Maker = (node, to) => {
  const { start, end, key, value, computed } = node;
  const isPrivate = key.type === 'PrivateIdentifier';
  const type = isPrivate ? 'ClassPrivateProperty' : 'ClassProperty';
  const made: Made = { type, start, end, static: node.static, key: to.one(key), value: to.orNull(value) };
  if (!isPrivate) made.computed = computed;
  setModifiers(made, node);
  to.setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

const parameterProperty: Maker = (node, to) => {
  withoutDecorators(node);
  const { type, start, end } = node;
  const made: Made = { type, start, end, parameter: to.one(node.parameter) };
  for (const name of ['accessibility', 'readonly', 'override']) set(made, name, node[name]);
  return made;
};

export const FUNCTIONS = {
  AccessorProperty: leftToBabel,
  ClassBody: same('body'),
  ClassDeclaration: classOf,
  ClassExpression: classOf,
  Decorator: leftToBabel,
  ArrowFunctionExpression: functionOf,
  FunctionDeclaration: functionOf,
  FunctionExpression: functionOf,
  MethodDefinition: method,
  PropertyDefinition: propertyOfClass,
  StaticBlock: same('body'),
  TSAbstractAccessorProperty: leftToBabel,
  TSAbstractMethodDefinition: method,
  TSAbstractPropertyDefinition: propertyOfClass,
  TSDeclareFunction: functionOf,
  TSEmptyBodyFunctionExpression: leftToBabel,
  TSParameterProperty: parameterProperty,
} satisfies Makers;
