/** Makes a value when it is first asked for. */
export interface Once<T> {
  (): T;
  isDone(): boolean;
}

/** A function that calls `make` the first time, and gives the same value ever after. */
export function once<T>(make: () => T): Once<T> {
  let made: { readonly value: T } | undefined;
  const value = (): T => {
    made ??= { value: make() };
    return made.value;
  };
  return Object.assign(value, { isDone: () => made !== undefined });
}

/** An object each of whose properties is made when it is first asked for. */
export function lazily<T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T {
  const properties = Object.entries<() => unknown>(parts).map(([name, make]) => [
    name,
    { enumerable: true, get: once(make) },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}
