import type { Node as EstreeNode } from '@oxc-project/types';

/**
 * A node as the parser's JSON has it: its members are known by its type alone. What Babel has as well becomes part of
 * its tree, so that a tree can be converted once.
 */
export type Estree = {
  type: string;
  start: number;
  end: number;
  // biome-ignore lint/suspicious/noExplicitAny: the edge to a parser; tests compare what is made of it with Babel's tree.
  [key: string]: any;
};

/** A node of Babel's, as it is made here. */
export type Made = { type: string; start: number; end: number; [key: string]: unknown };

/** Makes Babel's node of one of ESTree's; `to` makes its children. */
export type Maker = (node: Estree, to: Conversion) => Made;

type EstreeType = EstreeNode['type'];
export type Makers = Readonly<Partial<Record<EstreeType, Maker>>>;
export type AllMakers = Readonly<Record<EstreeType, Maker>>;

/** Thrown for what is left to Babel. */
export class NotConverted extends Error {}

export function leftToBabel(): never {
  throw new NotConverted();
}

/** How many levels are made here; of a deeper tree Babel says whether it is too deep. */
const MAX_DEPTH = 300;

/** One text on its way from ESTree's tree to Babel's. */
export class Conversion {
  readonly text: string;
  readonly #makers: AllMakers;
  readonly #isTypeScript: boolean;
  #depth = 0;

  constructor(makers: AllMakers, text: string, isTypeScript: boolean) {
    this.#makers = makers;
    this.text = text;
    this.#isTypeScript = isTypeScript;
  }

  one(node: Estree): Made {
    this.enter();
    const made = (this.#makers[node.type as EstreeType] ?? leftToBabel)(node, this);
    this.leave();
    return made;
  }

  /** Says that what is made now is a level deeper. */
  enter(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new NotConverted();
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** The same list, which may have holes, with what is made of each of its nodes. */
  many(nodes: readonly (Estree | null)[]): (Made | null)[] {
    const list = nodes as (Made | null)[];
    for (let at = 0; at < list.length; at += 1) {
      const node = list[at];
      if (node) list[at] = this.one(node);
    }
    return list;
  }

  orNull(node: Estree | null | undefined): Made | null {
    return node ? this.one(node) : null;
  }

  /** Of members that Babel has only where they are. */
  setNode(made: Made, name: string, node: Estree | null | undefined): void {
    if (node) made[name] = this.one(node);
  }

  /** Babel says of imports and exports whether they are of types only where there are types. */
  kindOf(kind: unknown): unknown {
    return this.#isTypeScript ? kind : undefined;
  }
}
