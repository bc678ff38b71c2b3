import { declarationsOf, type Fingerprint } from '../analysis/declarations.js';
import type { TemplatePart, TemplateVersion } from '../analysis/template-version.js';
import { parseSource } from '../source/parse.js';

/** Both languages of the template at one version, as `template-history.ts` keeps them. */
export interface RecordedTemplate {
  readonly version: string;
  readonly ts: TemplateVersion['parts'];
  readonly js: TemplateVersion['parts'];
}

/**
 * What tells a text of the template from other versions of it: the client and its options are one part, what reads
 * the session is the other.
 */
export function templateParts(path: string, text: string): TemplateVersion['parts'] {
  const parsed = parseSource(path, text);
  if (parsed.kind === 'unparsable') throw new Error(`template ${path}: ${parsed.problem.message}`);
  const declarations = declarationsOf(parsed.file);
  const client = declarations.findIndex(({ name }) => name === 'signal') + 1;
  const partOf = (own: typeof declarations): TemplatePart =>
    Object.fromEntries(own.map(({ name, fingerprint }): [string, Fingerprint] => [name, fingerprint]));
  return { client: partOf(declarations.slice(0, client)), session: partOf(declarations.slice(client)) };
}
