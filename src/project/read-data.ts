import type { Node } from '@babel/types';
import { parse as parseYaml } from 'yaml';
import { parseSource } from '../source/parse.js';
import { readSourceText } from './read-source.js';

export type DataResult =
  /** `value` is undefined where the text is empty. */
  { readonly kind: 'read'; readonly value: unknown } | { readonly kind: 'unreadable' };

const UNREADABLE: DataResult = { kind: 'unreadable' };

/** Reads JSON (`.json` and the like: with comments and trailing commas, too) or YAML; without an extension either. */
export function readData(folder: string, name: string): DataResult {
  const source = readSourceText(folder, name);
  if (source.kind !== 'text') return UNREADABLE;
  const text = source.text.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'read', value: undefined };
  if (/\.json[c5]?$/.test(name)) {
    const value = valueOfJson(text);
    return value === undefined ? UNREADABLE : { kind: 'read', value };
  }
  try {
    return { kind: 'read', value: plainJson(text) ?? parseYaml(text) };
  } catch {
    return UNREADABLE;
  }
}

/** The value of a JSON text that may have comments and trailing commas; undefined where it is none. */
export function valueOfJson(text: string): unknown {
  const value = plainJson(text);
  if (value !== undefined) return value;
  // With comments and trailing commas it is still an expression of JavaScript.
  const parsed = parseSource('value.js', `(${text}\n)`);
  const statement = parsed.kind === 'parsed' ? parsed.file.ast.program.body[0] : undefined;
  return statement?.type === 'ExpressionStatement' ? literalOf(statement.expression) : undefined;
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function literalOf(node: Node): unknown {
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'ArrayExpression':
      return node.elements.map((element) => (element === null ? undefined : literalOf(element)));
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.flatMap((property) => {
          const key =
            property.type === 'ObjectProperty' && !property.computed ? nameOf(property.key) : undefined;
          return property.type === 'ObjectProperty' && key !== undefined
            ? [[key, literalOf(property.value)] as const]
            : [];
        }),
      );
    default:
      return undefined;
  }
}

function nameOf(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}
