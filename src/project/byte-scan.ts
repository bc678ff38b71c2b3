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
  scan(start: number, end: number): number;
}

/** Looks for a few fixed strings in bytes that were read into its own buffer. */
export interface ByteScanner {
  /** Where to put the bytes. */
  readonly buffer: Buffer;
  /** Which needles, one bit each in their order, stand in the first `length` bytes of the buffer. */
  scan(length: number): number;
}

const MOST_NEEDLES = 8;
const SHORTEST = 3;
const DESCRIPTORS = 128;
const NEEDLES = 512;
const BYTES = 1024;
/** What one step reads beyond the end of the bytes. */
const PADDING = 32;
const PAGE = 65_536;

/**
 * A scanner for up to eight ASCII `needles` of three letters or more, with a buffer of `size` bytes. One pass finds them
 * all, so that a search costs little more than reading the files.
 */
export function createByteScanner(needles: readonly string[], size: number): ByteScanner {
  if (needles.length > MOST_NEEDLES || needles.some(({ length }) => length < SHORTEST))
    throw new RangeError(`at most ${MOST_NEEDLES} needles of ${SHORTEST} letters or more`);
  const binary = Buffer.from(BYTE_SCAN, 'base64');
  // Processors without vector instructions.
  return WebAssembly.validate(binary) ? vectorScanner(binary, needles, size) : plainScanner(needles, size);
}

function vectorScanner(binary: Buffer, needles: readonly string[], size: number): ByteScanner {
  const { memory, scan } = new WebAssembly.Instance(new WebAssembly.Module(binary)).exports;
  memory.grow(Math.ceil((BYTES + size + PADDING) / PAGE));
  const all = Buffer.from(memory.buffer);
  let address = NEEDLES;
  for (const [index, needle] of needles.entries()) {
    const at = rarestPart(needle);
    for (let position = 0; position < SHORTEST; position += 1) {
      const byte = needle.charCodeAt(at + position);
      for (const table of [32 * position + (byte & 15), 32 * position + 16 + (byte >> 4)])
        all[table] = (all[table] ?? 0) | (1 << index);
    }
    const descriptor = DESCRIPTORS + 16 * index;
    all.writeUInt32LE(at, descriptor);
    all.writeUInt32LE(needle.length, descriptor + 4);
    all.writeUInt32LE(address, descriptor + 8);
    address += all.write(needle, address, 'latin1');
  }
  return {
    buffer: all.subarray(BYTES, BYTES + size),
    scan(length) {
      all.fill(0, BYTES + length, BYTES + length + PADDING);
      return scan(BYTES, BYTES + length);
    },
  };
}

function plainScanner(needles: readonly string[], size: number): ByteScanner {
  const buffer = Buffer.alloc(size);
  return {
    buffer,
    scan(length) {
      const bytes = buffer.subarray(0, length);
      return needles.reduce((found, needle, index) => found | (bytes.includes(needle) ? 1 << index : 0), 0);
    },
  };
}

const BY_FREQUENCY = 'etaoinsrlcdpumfhgbywvkxjqz';

/** Where the three neighbouring letters stand that are the rarest together. */
function rarestPart(needle: string): number {
  const rarity = (at: number): number =>
    [...needle.slice(at, at + SHORTEST)].reduce((sum, letter) => {
      const rank = BY_FREQUENCY.indexOf(letter);
      return sum + (rank === -1 ? BY_FREQUENCY.length : rank);
    }, 0);
  const starts = Array.from({ length: needle.length - SHORTEST + 1 }, (_, at) => at);
  return starts.reduce((best, at) => (rarity(at) > rarity(best) ? at : best), 0);
}
