import { type Estree, type Made, type Maker, NotConverted } from './conversion.js';

/** A node without children. */
export const leaf: Maker = ({ type, start, end }) => ({ type, start, end });

/** A node with an argument, as spreads, `throw` and `await` are. */
export const argumentOnly: Maker = ({ type, start, end, argument }, to) => ({
  type,
  start,
  end,
  argument: to.one(argument),
});

/** A node with an expression. */
export const expressionOnly: Maker = ({ type, start, end, expression }, to) => ({
  type,
  start,
  end,
  expression: to.one(expression),
});

/** A node with a body that is a list. */
export const bodyOnly: Maker = ({ type, start, end, body }, to) => ({
  type,
  start,
  end,
  body: to.many(body),
});

/** Sets what Babel has only where it says something. */
export function set(made: Made, name: string, value: unknown): void {
  if (value) made[name] = value;
}

export function withoutDecorators({ decorators }: Estree): void {
  if (decorators?.length > 0) throw new NotConverted();
}
