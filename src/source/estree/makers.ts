import { type Estree, type Made, type Maker, NotConverted } from './conversion.js';

/** A node that is the same for both. */
export const leaf: Maker = (node) => node;

/**
 * A node of which the members have the same names for both: it is used as it is, and these take what is made of them.
 * @param members those that are nodes or lists of nodes.
 */
export function same(...members: readonly string[]): Maker {
  return (node, to) => {
    for (const member of members) {
      const child = node[member];
      if (Array.isArray(child)) to.many(child);
      else if (child) node[member] = to.one(child);
    }
    return node;
  };
}

export const argumentOnly = same('argument');
export const expressionOnly = same('expression');

/** Sets what Babel has only where it says something. */
export function set(made: Made, name: string, value: unknown): void {
  if (value) made[name] = value;
}

export function withoutDecorators({ decorators }: Estree): void {
  if (decorators?.length > 0) throw new NotConverted();
}
