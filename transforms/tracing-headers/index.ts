import type { API, ASTNode, FileInfo } from 'jscodeshift';
import { findProviders } from '../../src/analysis/provider/find-provider.js';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { parseTracingHosts } from './parse-tracing-hosts.js';
import type { ProviderOption, TracingValue } from './provider-option.js';
import { setProviderOptions } from './set-provider-options.js';

export const parser = 'tsx';

const CLIENT_MODULES = ['signal-next/client', '@signal-js/nextjs/client'];

/**
 * Sets `addTracingHeaders` in the options of `SignalNextProvider` where one file holds both. `--client <module>` names
 * another client entry; `--tracing-hosts a,b` writes a list of hosts; `--session-cookie` sets `sessionCookie` too.
 */
export default function transform(
  { path, source }: FileInfo,
  api: API,
  options: {
    readonly client?: string;
    readonly 'tracing-hosts'?: string;
    readonly tracingHosts?: string;
    readonly 'session-cookie'?: boolean;
    readonly sessionCookie?: boolean;
  } = {},
): string | undefined {
  const parsed = parseSource(path, source);
  if (parsed.kind === 'unparsable') throw new SyntaxError(`${path}: ${parsed.problem.message}`);
  const { file } = parsed;
  const clientModules = options.client === undefined ? CLIENT_MODULES : [options.client];
  if (!mentions(api, file, clientModules)) return undefined;

  const value = valueFrom(options['tracing-hosts'] ?? options.tracingHosts);
  const wanted: ProviderOption[] = [{ name: 'addTracingHeaders', value }];
  if (options['session-cookie'] ?? options.sessionCookie) wanted.push({ name: 'sessionCookie' });
  const settings = wanted.map((option) => {
    const sites = findProviders([path], aloneIn(file), { clientModules, option: option.name });
    const targets = sites.flatMap((site) => (site.option.kind === 'missing' ? site.option.insertInto : []));
    return { option, targets };
  });
  const outcome = setProviderOptions(file, settings);
  return outcome.kind === 'edits' ? applyEdits(source, outcome.edits) : undefined;
}

/** Whether a client module is named at all; most files of a project end here. */
function mentions(api: API, file: SourceFile, clientModules: readonly string[]): boolean {
  const j = api.jscodeshift;
  // Babel's and ast-types' node types describe the same tree.
  return j(file.ast as ASTNode)
    .find(j.StringLiteral)
    .some((literal) => clientModules.includes(literal.node.value));
}

function valueFrom(hosts: string | undefined): TracingValue {
  if (hosts === undefined) return { kind: 'all' };
  const parsed = parseTracingHosts(hosts);
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  return parsed;
}

/** A project of one file: everything that is imported counts as a package. */
function aloneIn(file: SourceFile) {
  return {
    load: (path: string) => (path === file.path ? file : undefined),
    resolve: () => undefined,
    specifierFor: (to: string) => to,
  };
}
