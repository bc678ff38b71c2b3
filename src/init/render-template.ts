import type { Sdk } from '../project/model.js';
import { parseSource, type SourceFile } from '../source/parse.js';
import { restyle } from '../source/restyle.js';
import type { FileStyle } from '../source/style.js';
import { TEMPLATES } from './template-texts.js';

type ProjectLanguage = 'ts' | 'js';

/** The text of a new Signal module: the client and `getSessionInfo`. Follows `style` where one is given. */
export function renderSignalModule(options: {
  readonly language: ProjectLanguage;
  readonly sdk: Pick<Sdk, 'server'>;
  readonly style?: FileStyle | undefined;
}): string {
  const text = serverTemplate(options.language).replace(
    "'signal-next/server'",
    () => `'${options.sdk.server}'`,
  );
  return restyled(`signal-server.${options.language}`, text, options.style);
}

/** What a Signal module of the user's own is completed with: the template without its import and its client. */
export function renderSessionPart(language: ProjectLanguage): string {
  const text = serverTemplate(language);
  const client = parsed(`signal-server.${language}`, text).ast.program.body.find(
    (statement) => statement.type === 'ExportNamedDeclaration',
  );
  return text.slice(client?.end ?? 0).trim();
}

/** The text of a new module that only reads the session, for a project whose client is built elsewhere. */
export function renderSessionModule(options: {
  readonly language: ProjectLanguage;
  readonly style?: FileStyle | undefined;
}): string {
  const text = `${renderSessionPart(options.language)}\n`;
  return restyled(`signal-server.${options.language}`, text, options.style);
}

/** The text of a new `signal-provider` component. `tracingHosts` limits the requests that are marked; `sessionCookie` switches the cookie on. */
export function renderProvider(options: {
  readonly language: ProjectLanguage;
  readonly sdk: Pick<Sdk, 'client'>;
  readonly tracingHosts?: readonly string[] | undefined;
  readonly sessionCookie?: boolean | undefined;
  readonly style?: FileStyle | undefined;
}): string {
  const { tracingHosts = [] } = options;
  const template = options.language === 'ts' ? TEMPLATES.providerTsx : TEMPLATES.providerJsx;
  const hosts = `[${tracingHosts.map((host) => `'${host}'`).join(', ')}]`;
  const text = template
    .replace("'signal-next/client'", () => `'${options.sdk.client}'`)
    .replace(
      /( *)addTracingHeaders: true,\n/,
      (_, indent: string) =>
        `${indent}addTracingHeaders: ${tracingHosts.length === 0 ? 'true' : hosts},\n` +
        (options.sessionCookie ? `${indent}sessionCookie: true,\n` : ''),
    );
  return restyled(`signal-provider.${options.language}x`, text, options.style);
}

function serverTemplate(language: ProjectLanguage): string {
  return language === 'ts' ? TEMPLATES.serverTs : TEMPLATES.serverJs;
}

/** Text of ours the way the rest of the project is written. `path` says what it is parsed as. */
export function restyled(path: string, text: string, style: FileStyle | undefined): string {
  return style === undefined ? text : restyle(parsed(path, text), style);
}

/** @throws Error when a template does not parse: a defect of ours. */
function parsed(path: string, text: string): SourceFile {
  const result = parseSource(path, text);
  if (result.kind === 'unparsable') throw new Error(`template ${path}: ${result.problem.message}`);
  return result.file;
}
