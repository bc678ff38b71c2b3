/** What `addTracingHeaders` is set to: every request the SDK may tag, or those to the named hosts. */
export type TracingValue =
  | { readonly kind: 'all' }
  | { readonly kind: 'hosts'; readonly hosts: readonly string[] };

/** The value as source text. */
export function printTracingValue(value: TracingValue, quote: "'" | '"'): string {
  if (value.kind === 'all') return 'true';
  return `[${value.hosts.map((host) => `${quote}${host}${quote}`).join(', ')}]`;
}

/**
 * Code that a person can paste where the options could not be followed: `optionsText` is what stands there, or
 * undefined when the element has none.
 */
export function tracingSnippet(optionsText: string | undefined, value: TracingValue): string {
  const property = `addTracingHeaders: ${printTracingValue(value, "'")}`;
  const oneLine = optionsText?.replace(/\s+/g, ' ');
  if (oneLine === undefined) return `<SignalNextProvider options={{ /* your options */ ${property} }}>`;
  const spread = /^[\w$.?!()[\]'"]+$/.test(oneLine) ? oneLine : `(${oneLine})`;
  return `<SignalNextProvider options={{ ...${spread}, ${property} }}>`;
}
