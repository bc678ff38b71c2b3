import { hashOf } from '../source/hash.js';

/** Something that was asked of the disk or of git. The same answer means that nothing of it has changed. */
export type Question =
  | readonly ['status' | 'real-path' | 'entries' | 'bytes', path: string]
  | readonly ['git', folder: string, ...args: string[]];

/** What a run has asked, to be asked again by a later one. */
export interface Trace {
  /** In the order in which they were asked, each once. */
  readonly questions: readonly Question[];
  /** A hash of all answers in that order. */
  readonly answers: string;
}

/** What need not be asked again, because it is known to be the same by other means. */
export interface Vouched {
  /** Whether that is so of what is in a file, by its absolute path. */
  file(path: string): boolean;
  /** Whether that is so of which files git lists in a folder. */
  listing(folder: string): boolean;
}

interface Recording {
  readonly vouched: Vouched;
  readonly answers: Map<string, string>;
  isWhole: boolean;
}

let recording: Recording | undefined;

/**
 * Runs `work` and writes down what it asks.
 * @returns the result, and the trace; none where something was asked that cannot be asked again.
 */
export async function traced<T>(
  vouched: Vouched,
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly trace: Trace | undefined }> {
  const own: Recording = { vouched, answers: new Map(), isWhole: true };
  const outer = recording;
  recording = own;
  try {
    const result = await work();
    return { result, trace: own.isWhole ? traceOf(own.answers) : undefined };
  } finally {
    recording = outer;
  }
}

/** Writes an answer down, if this is a traced run. Whatever is read must be noted, or else a later run would not notice its change. */
export function note(question: Question, answer: () => string): void {
  if (!recording) return;
  const key = JSON.stringify(question);
  if (!recording.answers.has(key)) recording.answers.set(key, answer());
}

/**
 * Writes down what is in a file.
 * @param found its bytes, or why it has none to show: that is not known by other means.
 */
export function noteBytes(path: string, found: Uint8Array | string): void {
  if (typeof found === 'string') note(['bytes', path], () => found);
  else if (recording && !recording.vouched.file(path)) note(['bytes', path], () => hashOf(found));
}

/** Says of what was asked that it cannot be asked again. */
export function forgoTrace(): void {
  if (recording) recording.isWhole = false;
}

/** Runs git's listing of a folder, of which nothing is noted where it is known to be the same. */
export function listing<T>(folder: string, list: () => T): T {
  const outer = recording;
  if (outer?.vouched.listing(folder)) recording = undefined;
  try {
    return list();
  } finally {
    recording = outer;
  }
}

/** Whether what is asked is written down. */
export function isTraced(): boolean {
  return recording !== undefined;
}

function traceOf(answers: ReadonlyMap<string, string>): Trace {
  return {
    questions: [...answers.keys()].map((question) => JSON.parse(question) as Question),
    answers: hashOf(JSON.stringify([...answers])),
  };
}
