import { leftToBabel, type Maker, type Makers } from './conversion.js';
import { argumentOnly, expressionOnly, leaf } from './makers.js';

const jsxElement: Maker = ({ type, start, end, openingElement, closingElement, children }, to) => ({
  type,
  start,
  end,
  openingElement: to.one(openingElement),
  closingElement: to.orNull(closingElement),
  children: to.many(children),
});

/** Which names of characters there are is for Babel to know. */
function withoutEntities(text: string): string {
  return /&#?\w+;/.test(text) ? leftToBabel() : text;
}

const jsxOpening: Maker = (node, to) => {
  const { type, start, end, name, attributes, selfClosing } = node;
  const made = { type, start, end, name: to.one(name), attributes: to.many(attributes), selfClosing };
  to.setNode(made, 'typeParameters', node.typeArguments);
  return made;
};

export const ELEMENTS = {
  JSXAttribute: ({ type, start, end, name, value }, to) => ({
    type,
    start,
    end,
    name: to.one(name),
    value: value?.type === 'Literal' && withoutEntities(value.raw) ? to.one(value) : to.orNull(value),
  }),
  JSXClosingElement: ({ type, start, end, name }, to) => ({ type, start, end, name: to.one(name) }),
  JSXClosingFragment: leaf,
  JSXElement: jsxElement,
  JSXEmptyExpression: leaf,
  JSXExpressionContainer: expressionOnly,
  JSXFragment: ({ type, start, end, openingFragment, closingFragment, children }, to) => ({
    type,
    start,
    end,
    openingFragment: to.one(openingFragment),
    closingFragment: to.one(closingFragment),
    children: to.many(children),
  }),
  JSXIdentifier: ({ type, start, end, name }) => ({ type, start, end, name }),
  JSXMemberExpression: ({ type, start, end, object, property: name }, to) => ({
    type,
    start,
    end,
    object: to.one(object),
    property: to.one(name),
  }),
  JSXNamespacedName: ({ type, start, end, namespace, name }, to) => ({
    type,
    start,
    end,
    namespace: to.one(namespace),
    name: to.one(name),
  }),
  JSXOpeningElement: jsxOpening,
  JSXOpeningFragment: leaf,
  JSXSpreadAttribute: argumentOnly,
  JSXSpreadChild: expressionOnly,
  JSXText: ({ type, start, end, value }) => ({
    type,
    start,
    end,
    value: withoutEntities(value).replaceAll('\r\n', '\n'),
  }),
} satisfies Makers;
