interface Metafile {
  readonly outputs: Record<string, { readonly inputs: Record<string, { readonly bytesInOutput: number }> }>;
}

export function thirdPartyLicenses(metafiles: readonly Metafile[], root: string): string;
