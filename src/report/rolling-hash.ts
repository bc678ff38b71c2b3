const BLOCK = 100;
const MULTIPLIER = 37n;
const END_OF_FILE = 65535;
const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];
const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);

/**
 * What GitHub code scanning knows a line by (`primaryLocationLineHash`), for every line of `text`: a rolling hash of
 * the 100 characters from its start, white space left out, and which of the lines with that hash it is. As in
 * github/codeql-action, `src/fingerprints.ts`; a line ends at LF, CR or CRLF.
 */
export function lineHashes(text: string): string[] {
  let first = 1n;
  for (let index = 0; index < BLOCK; index += 1) first = wrap(first * MULTIPLIER);
  const window = new Array<number>(BLOCK).fill(0);
  /** The line, from 0, that begins with the character at this place of the window. */
  const begun = new Array<number>(BLOCK).fill(-1);
  const counts = new Map<string, number>();
  const hashes: string[] = [];
  let [hash, at, lines] = [0n, 0, 0];

  const settle = (): void => {
    const line = begun[at] ?? -1;
    if (line === -1) return;
    const digits = hash.toString(16);
    const count = (counts.get(digits) ?? 0) + 1;
    counts.set(digits, count);
    hashes[line] = `${digits}:${count}`;
    begun[at] = -1;
  };
  const push = (code: number): void => {
    hash = wrap(MULTIPLIER * hash + BigInt(code) - first * BigInt(window[at] ?? 0));
    window[at] = code;
    at = (at + 1) % BLOCK;
  };

  let startsLine = true;
  let afterCr = false;
  const read = (code: number): void => {
    const isSecondHalf = afterCr && code === LF;
    afterCr = code === CR;
    if (code === SPACE || code === TAB || isSecondHalf) return;
    settle();
    if (startsLine) {
      begun[at] = lines;
      lines += 1;
    }
    const kept = code === CR ? LF : code;
    startsLine = kept === LF;
    push(kept);
  };
  for (let index = 0; index < text.length; index += 1) read(text.charCodeAt(index));
  read(END_OF_FILE);
  for (let index = 0; index < BLOCK; index += 1) {
    settle();
    push(0);
  }
  return hashes;
}

/** The line, from 0, that `offset` is in, counted as `lineHashes` counts. */
export function hashedLineAt(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n|[\n\r]/g) ?? []).length;
}
