import type { Diagnostic } from './model.js';

/** What the process that runs TypeScript is asked and answers; sent as JSON. */
export type Request =
  | {
      readonly kind: 'open';
      /** Absolute path of the project, which other paths are relative to. */
      readonly root: string;
      readonly compiler: { readonly kind: 'classic' | 'native'; readonly module: string };
      /** Absolute paths of the tsconfig files whose programs are checked. */
      readonly configs: readonly string[];
    }
  /** `texts` are all files that differ from the disk: path and text. */
  | { readonly kind: 'check'; readonly texts: readonly (readonly [path: string, text: string])[] };

export type Reply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'checked'; readonly diagnostics: readonly ReplyDiagnostic[] }
  | { readonly kind: 'failed'; readonly message: string };

/** As `Diagnostic`, in a text without its BOM. */
export type ReplyDiagnostic = Diagnostic;

/** What an unknown message is, if it is a reply at all. */
export function replyOf(message: unknown): Reply | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.kind) {
    case 'opened':
      return { kind: 'opened' };
    case 'failed':
      return { kind: 'failed', message: String(message.message) };
    case 'checked': {
      const { diagnostics } = message;
      if (!Array.isArray(diagnostics) || !diagnostics.every(isDiagnostic)) return undefined;
      return { kind: 'checked', diagnostics };
    }
    default:
      return undefined;
  }
}

function isDiagnostic(value: unknown): value is ReplyDiagnostic {
  return (
    isPlace(value) &&
    typeof value.length === 'number' &&
    typeof value.code === 'number' &&
    typeof value.message === 'string' &&
    Array.isArray(value.related) &&
    value.related.every(isPlace)
  );
}

function isPlace(value: unknown): value is Record<string, unknown> & { path: string; start: number } {
  return isRecord(value) && typeof value.path === 'string' && typeof value.start === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
