/**
 * Replaces `owner[name]` by what `wrap` makes of it. The returned function puts the original back and is true;
 * when somebody has wrapped ours since, it leaves theirs alone and is false: ours is then still in the chain and
 * has to pass calls through by itself.
 */
export function patch<O extends object, K extends keyof O>(
  owner: O,
  name: K,
  wrap: (original: O[K]) => O[K],
): () => boolean {
  const original = owner[name];
  const replacement = wrap(original);
  owner[name] = replacement;
  return () => {
    if (owner[name] !== replacement) return false;
    owner[name] = original;
    return true;
  };
}
