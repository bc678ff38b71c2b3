/** A function that was replaced by a wrapper of ours. */
export interface Patch {
  /**
   * Puts the original back. False when somebody has wrapped ours since: theirs is left alone, ours is still in the chain
   * and has to pass calls through by itself.
   */
  takeOff(): boolean;
  /** Whether the original is in place, also because somebody else has put it back. */
  isOff(): boolean;
}

/** Replaces `owner[name]` by what `wrap` makes of it; undefined when it is missing or cannot be written: it stays as it is. */
export function patch<O extends object, K extends keyof O>(
  owner: O,
  name: K,
  wrap: (original: O[K]) => O[K],
): Patch | undefined {
  const original = owner[name];
  if (typeof original !== 'function') return undefined;
  const replacement = wrap(original);
  const isOff = () => owner[name] === original;
  write(owner, name, replacement);
  if (isOff()) return undefined;
  return {
    takeOff() {
      if (owner[name] === replacement) write(owner, name, original);
      return isOff();
    },
    isOff,
  };
}

/** Another script may have frozen it. */
function write<O extends object, K extends keyof O>(owner: O, name: K, value: O[K]): void {
  try {
    owner[name] = value;
  } catch {
    // It stays as it is.
  }
}
