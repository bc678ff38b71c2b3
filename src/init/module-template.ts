import type { TemplateVersion } from '../analysis/template-version.js';
import { TEMPLATE_HISTORY } from './template-history.js';
import { TEMPLATES } from './template-texts.js';

/** The template of the Signal module in one language, and what is known of its versions. */
export interface ModuleTemplate {
  readonly text: string;
  readonly current: TemplateVersion;
  /** The versions before, the newest last. */
  readonly earlier: readonly TemplateVersion[];
}

/** The template that a Signal module of the language is made from. The newest of the record is that of this version. */
export function moduleTemplate(language: 'ts' | 'js'): ModuleTemplate {
  const text = language === 'ts' ? TEMPLATES.serverTs : TEMPLATES.serverJs;
  const versions = TEMPLATE_HISTORY.map((one) => ({ version: one.version, parts: one[language] }));
  const current = versions.at(-1);
  if (!current) throw new Error('template-history.ts is empty');
  return { text, current, earlier: versions.slice(0, -1) };
}
