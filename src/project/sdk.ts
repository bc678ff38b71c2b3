import { SDK_MODULES } from '../analysis/signal-module.js';
import type { Project, Sdk } from './model.js';
import { declaredRange, type PackageJson } from './package-json.js';

const VENDOR = '@signal-js/nextjs';
/** The package of this tool, which holds the runtime too. */
export const OWN_PACKAGE = 'signal-next';

/**
 * The Signal package generated code imports from: `override` (`--sdk`), else the vendor's when package.json lists it,
 * else this one. `withSignalConfig` stands in the vendor's server entry and in our own config entry.
 */
export function sdkFor(
  packageJson: PackageJson,
  override: string | undefined,
): { sdk: Sdk; because: string } {
  const vendor = declaredRange(packageJson, VENDOR);
  const name = override?.trim().replace(/\/+$/, '') || (vendor === undefined ? OWN_PACKAGE : VENDOR);
  const declared = declaredRange(packageJson, name);
  const because = override?.trim()
    ? `--sdk ${override}`
    : vendor === undefined
      ? `package.json does not list ${VENDOR}`
      : `package.json ${vendor.field}`;
  return {
    sdk: {
      name,
      server: `${name}/server`,
      client: `${name}/client`,
      config: name === OWN_PACKAGE ? `${name}/config` : `${name}/server`,
      declared: declared !== undefined,
    },
    because,
  };
}

/** Whether clients may be made in files that name no package of Signal's: a person named some, or another package. */
export function hasUntoldClients({ clients, sdk }: Pick<Project, 'clients' | 'sdk'>): boolean {
  return clients.length > 0 || !SDK_MODULES.some((module) => module === sdk.server);
}
