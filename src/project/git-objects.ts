import { runGit } from './git.js';

/**
 * The texts of blobs, by their hash. One that git does not have, as in a partial clone, is not among them.
 * @param hashes as git writes them, in full
 */
export function textsOf(folder: string, hashes: readonly string[]): ReadonlyMap<string, string> {
  const asked = [...new Set(hashes)];
  if (asked.length === 0) return new Map();
  const answer = runGit(folder, ['cat-file', '--batch'], [], asked.map((hash) => `${hash}\n`).join(''));
  if (answer.kind === 'failed') return new Map();
  const texts = new Map<string, string>();
  const { stdout } = answer;
  // The size that git says is one in bytes, so an answer is taken to go on until the next one.
  let at = 0;
  for (const [index, hash] of asked.entries()) {
    const start = stdout.indexOf('\n', at) + 1;
    const isMissing = !stdout.startsWith(`${hash} blob `, at);
    const next = asked[index + 1];
    const end = next === undefined ? stdout.length : headOf(next, stdout, start);
    if (!isMissing) texts.set(hash, stdout.slice(start, end - 1));
    at = end;
  }
  return texts;
}

function headOf(hash: string, text: string, from: number): number {
  for (let at = text.indexOf(hash, from); at !== -1; at = text.indexOf(hash, at + 1)) {
    if (
      text[at - 1] === '\n' &&
      /^ (?:missing|[a-z]+ \d+)\n/.test(text.slice(at + hash.length, at + hash.length + 32))
    )
      return at;
  }
  return text.length;
}
