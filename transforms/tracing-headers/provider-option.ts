/** What `addTracingHeaders` is set to: every request the SDK may tag, or those to the named hosts. */
export type TracingValue =
  | { readonly kind: 'all' }
  | { readonly kind: 'hosts'; readonly hosts: readonly string[] };

/** An option of `SignalNextProvider` that is ours to set; `sessionCookie` is known to signal-next's own only. */
export type ProviderOption =
  | { readonly name: 'addTracingHeaders'; readonly value: TracingValue }
  | { readonly name: 'sessionCookie' };

/** The option's value as source text. */
export function printValue(option: ProviderOption, quote: "'" | '"'): string {
  switch (option.name) {
    case 'sessionCookie':
      return 'true';
    case 'addTracingHeaders':
      return option.value.kind === 'all'
        ? 'true'
        : `[${option.value.hosts.map((host) => `${quote}${host}${quote}`).join(', ')}]`;
  }
}

/** `name: value` as source text. */
export function printOption(option: ProviderOption, quote: "'" | '"'): string {
  return `${option.name}: ${printValue(option, quote)}`;
}

/**
 * Code that a person can paste where the options could not be followed: `optionsText` is what stands there, or
 * undefined when the element has none.
 */
export function optionsSnippet(optionsText: string | undefined, options: readonly ProviderOption[]): string {
  const properties = options.map((option) => printOption(option, "'")).join(', ');
  const oneLine = optionsText?.replace(/\s+/g, ' ');
  if (oneLine === undefined) return `<SignalNextProvider options={{ /* your options */ ${properties} }}>`;
  const spread = /^[\w$.?!()[\]'"]+$/.test(oneLine) ? oneLine : `(${oneLine})`;
  return `<SignalNextProvider options={{ ...${spread}, ${properties} }}>`;
}
