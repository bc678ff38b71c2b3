/** What is left alone unless it is asked for (`--include`): request scopes, and the other packages of a workspace. */
export const INCLUSIONS = ['webhooks', 'server-components', 'workspace-packages'] as const;

export type Inclusion = (typeof INCLUSIONS)[number];
