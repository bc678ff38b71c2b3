import type { SourceFile } from '../source/parse.js';
import { type Declaration, declarationsOf, type Fingerprint } from './declarations.js';

/** The declarations of one template text, by name and in their order. */
export type TemplatePart = Readonly<Record<string, Fingerprint>>;

/** What one released version of this package generated in one language. */
export interface TemplateVersion {
  readonly version: string;
  /** Parts that a person changes, or not, as a whole: the client and its options, and what reads the session. */
  readonly parts: Readonly<Record<string, TemplatePart>>;
}

/** A part of a module that is, to the letter, what an earlier version generated. */
export interface OutdatedPart {
  /** The earlier version. */
  readonly version: string;
  /** Its declarations as they stand in the file. */
  readonly declarations: readonly Declaration[];
  /** The name of the part. */
  readonly part: string;
}

/**
 * The parts of `file` that an earlier version generated, that nobody has changed since, and that are different now.
 * @param current what is generated now. @param earlier the versions before, the newest last.
 */
export function outdatedParts(
  file: SourceFile,
  current: TemplateVersion,
  earlier: readonly TemplateVersion[],
): OutdatedPart[] {
  const declarations = declarationsOf(file);
  return Object.entries(current.parts).flatMap(([part, now]): OutdatedPart[] => {
    if (matching(declarations, now)) return [];
    for (const { version, parts } of earlier.toReversed()) {
      const found = parts[part] && matching(declarations, parts[part]);
      if (found) return [{ version, part, declarations: found }];
    }
    return [];
  });
}

/** The declarations of a part, when the file has all of them as they were generated; comments above may differ. */
function matching(declarations: readonly Declaration[], part: TemplatePart): Declaration[] | undefined {
  const found = Object.entries(part).map(([name, { code }]) =>
    declarations.find((one) => one.name === name && one.fingerprint.code === code),
  );
  return found.every((one) => one !== undefined) ? found : undefined;
}
