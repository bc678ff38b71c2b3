import { BYTE_SCAN } from './byte-scan.wasm.js';

/** The types of Node 20 lack it. */
declare const WebAssembly: {
  validate(binary: Uint8Array): boolean;
  readonly Module: new (binary: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: ScanModule };
};

/** What byte-scan.wat exports. */
interface ScanModule {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void };
  scan(start: number, end: number, out: number, most: number): number;
}

/** Looks for a few fixed strings, and for the names of modules, in bytes that were read into its own buffer. */
export interface ByteScanner {
  /** Where to put the bytes. */
  readonly buffer: Buffer;
  /**
   * Looks at the first `length` bytes of the buffer.
   * @returns of which groups of needles, one bit each in their order, one stands there.
   */
  scan(length: number): number;
  /** The hashes (`hashOfName`) of the last names of all that may be specifiers of modules in what was scanned last. */
  readonly hashes: Uint32Array;
  /** How many hashes there are; −1 where they are too many, or not known. */
  count(): number;
}

const MOST_GROUPS = 7;
/** What stands before the specifier of a module: the eighth group. */
const IMPORT_WORDS = ['from', 'import', 'require'];
const SHORTEST = 3;
// The addresses of byte-scan.wat.
const GROUPS = 128;
const ENTRIES = 256;
const ENTRY_SIZE = 12;
const NEEDLES = 2048;
const BYTES = 4096;
/** What one step reads beyond the end of the bytes, and makes zero. */
const PADDING = 32;
const PAGE = 65_536;
const MOST_NAMES = 8192;
const HASH_SIZE = 4;
const GROUP_BITS = 8;
const ALL_GROUPS = 127;

/**
 * A scanner for up to seven groups of ASCII needles of three letters or more, with a buffer of `size` bytes. One pass
 * looks for them all, so that a search costs little more than reading the files.
 */
export function createByteScanner(groups: readonly (readonly string[])[], size: number): ByteScanner {
  if (groups.length > MOST_GROUPS || groups.flat().some(({ length }) => length < SHORTEST))
    throw new RangeError(`at most ${MOST_GROUPS} groups of needles of ${SHORTEST} letters or more`);
  const binary = Buffer.from(BYTE_SCAN, 'base64');
  // Processors without vector instructions.
  return WebAssembly.validate(binary) ? vectorScanner(binary, groups, size) : plainScanner(groups, size);
}

function vectorScanner(binary: Buffer, groups: readonly (readonly string[])[], size: number): ByteScanner {
  const { memory, scan } = new WebAssembly.Instance(new WebAssembly.Module(binary)).exports;
  const out = Math.ceil((BYTES + size + PADDING) / HASH_SIZE) * HASH_SIZE;
  memory.grow(Math.ceil((out + MOST_NAMES * HASH_SIZE) / PAGE));
  const hashes = new Uint32Array(memory.buffer, out, MOST_NAMES);
  let count = 0;
  const all = Buffer.from(memory.buffer);
  let entry = ENTRIES;
  let address = NEEDLES;
  const rest = Array.from({ length: MOST_GROUPS - groups.length }, (): readonly string[] => []);
  for (const [index, needles] of [...groups, ...rest, IMPORT_WORDS].entries()) {
    const places = placesIn(needles);
    all.writeUInt32LE(entry, GROUPS + 8 * index);
    all.writeUInt32LE(entry + ENTRY_SIZE * needles.length, GROUPS + 8 * index + 4);
    for (const [which, needle] of needles.entries()) {
      if (entry + ENTRY_SIZE > NEEDLES || address + needle.length > BYTES)
        throw new RangeError('too many needles');
      const at = places[which] ?? 0;
      for (let position = 0; position < SHORTEST; position += 1) {
        const byte = needle.charCodeAt(at + position);
        for (const table of [32 * position + (byte & 15), 32 * position + 16 + (byte >> 4)])
          all[table] = (all[table] ?? 0) | (1 << index);
      }
      all.writeUInt32LE(at, entry);
      all.writeUInt32LE(needle.length, entry + 4);
      all.writeUInt32LE(address, entry + 8);
      entry += ENTRY_SIZE;
      address += all.write(needle, address, 'latin1');
    }
  }
  return {
    buffer: all.subarray(BYTES, BYTES + size),
    scan(length) {
      const found = scan(BYTES, BYTES + length, out, MOST_NAMES);
      count = found >> GROUP_BITS;
      return found & ALL_GROUPS;
    },
    hashes,
    count: () => (count > MOST_NAMES ? -1 : count),
  };
}

function plainScanner(groups: readonly (readonly string[])[], size: number): ByteScanner {
  const buffer = Buffer.alloc(size);
  return {
    buffer,
    scan(length) {
      const bytes = buffer.subarray(0, length);
      const isIn = (needle: string): boolean => bytes.includes(needle);
      return groups.reduce((found, needles, index) => found | (needles.some(isIn) ? 1 << index : 0), 0);
    },
    hashes: new Uint32Array(),
    count: () => -1,
  };
}

/** By how often they are met in source code; counted in six Next.js apps. */
const COMMON = ' etoarnsi\nlcdupm",.g():fh;={}vyb/w-IxSTkEC>AR0PD_NO<MLB1FU[]2j?\'Vzq*`H';
const FREQUENCIES = Float64Array.from({ length: 128 }, (_, byte) => {
  const rank = COMMON.indexOf(String.fromCharCode(byte));
  return 1 / ((rank === -1 ? COMMON.length : rank) + 3);
});

/** Of the bytes whose low half is in one set and whose high half is in the other; a bit for each half. */
function frequencyOf(low: number, high: number): number {
  let sum = 0;
  for (let highs = high; highs !== 0; highs &= highs - 1)
    for (let lows = low; lows !== 0; lows &= lows - 1)
      sum += FREQUENCIES[16 * lowestBit(highs) + lowestBit(lows)] ?? 0;
  return sum;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/**
 * Where the three neighbouring bytes stand in each needle by which a place is told that may hold one: those that as few
 * other places as possible pass for, as the tables mix what they know of the needles of a group.
 */
function placesIn(needles: readonly string[]): readonly number[] {
  const places = needles.map(() => 0);
  const cost = (): number => {
    let product = 1;
    for (let position = 0; position < SHORTEST; position += 1) {
      let low = 0;
      let high = 0;
      for (const [which, needle] of needles.entries()) {
        const byte = needle.charCodeAt((places[which] ?? 0) + position);
        low |= 1 << (byte & 15);
        high |= 1 << (byte >> 4);
      }
      product *= frequencyOf(low, high);
    }
    return product;
  };
  // Each is placed best beside the others, twice, because the first are placed beside what is not placed yet.
  for (const [which, needle] of [...needles.entries(), ...needles.entries()]) {
    const costs = Array.from({ length: needle.length - SHORTEST + 1 }, (_, place) => {
      places[which] = place;
      return cost();
    });
    places[which] = costs.indexOf(Math.min(...costs));
  }
  return places;
}
