import { findProviders } from '../../../src/analysis/provider/find-provider.js';
import type { SourceFile } from '../../../src/source/parse.js';
import type { RewriteOutcome } from '../../../src/source/rewrite.js';
import { parseTracingHosts } from '../../../transforms/tracing-headers/parse-tracing-hosts.js';
import type { ProviderOption, TracingValue } from '../../../transforms/tracing-headers/provider-option.js';
import { setProviderOptions } from '../../../transforms/tracing-headers/set-provider-options.js';
import type { Fixture } from '../fixtures.js';
import { memoryHost } from '../memory-host.js';

export const CLIENT_MODULES = ['signal-next/client', '@signal-js/nextjs/client'];

function tracingValue(hosts: unknown): TracingValue {
  const parsed = typeof hosts === 'string' ? parseTracingHosts(hosts) : ({ kind: 'all' } as const);
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  return parsed;
}

export const TRACING = { name: 'addTracingHeaders', value: { kind: 'all' } } as const;
const COOKIE: ProviderOption = { name: 'sessionCookie' };

/** The options that a fixture asks for. */
function wantedBy({ hosts, sessionCookie }: Fixture['options']): ProviderOption[] {
  return [{ ...TRACING, value: tracingValue(hosts) }, ...(sessionCookie ? [COOKIE] : [])];
}

function rewrite(file: SourceFile, wanted: readonly ProviderOption[]): RewriteOutcome {
  const settings = wanted.map((option) => {
    const sites = findProviders([file.path], memoryHost({ [file.path]: file.text }), {
      clientModules: CLIENT_MODULES,
      option: option.name,
    });
    return {
      option,
      targets: sites.flatMap((site) => (site.option.kind === 'missing' ? site.option.insertInto : [])),
    };
  });
  return setProviderOptions(file, settings);
}

/** What a fixture of `tracing-headers` goes through. */
export function configured(file: SourceFile, { options }: Fixture): RewriteOutcome {
  return rewrite(file, wantedBy(options));
}
