import { leftToBabel, type Maker, type Makers } from './conversion.js';
import { argumentOnly, expressionOnly, leaf, same } from './makers.js';

const attribute = same('name', 'value');
const jsxElement = same('openingElement', 'closingElement', 'children');

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
  JSXAttribute: (node, to) => {
    if (node.value?.type === 'Literal') withoutEntities(node.value.raw);
    return attribute(node, to);
  },
  JSXClosingElement: same('name'),
  JSXClosingFragment: leaf,
  JSXElement: jsxElement,
  JSXEmptyExpression: leaf,
  JSXExpressionContainer: expressionOnly,
  JSXFragment: same('openingFragment', 'closingFragment', 'children'),
  JSXIdentifier: leaf,
  JSXMemberExpression: same('object', 'property'),
  JSXNamespacedName: same('namespace', 'name'),
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
