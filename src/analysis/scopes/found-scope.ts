import type { HandlerScope, RequestCarrier } from '../model.js';

/** A request scope of a file, with the carrier by which a library hands it its request. */
export type FoundScope = Pick<HandlerScope, 'kind' | 'name' | 'fn'> & { readonly carrier: RequestCarrier };

/** Another server sends the event that runs the function. */
export const WEBHOOK: RequestCarrier = { kind: 'none', reason: 'webhook' };

type Parameter = Extract<RequestCarrier, { kind: 'parameter' }>;

/** A parameter that the library passes and types; a function without it can take it. */
export function givenParameter(
  position: number,
  path: readonly string[],
  baseName: string,
  rest: Pick<Parameter, 'reads'> & Partial<Pick<Parameter, 'nullable' | 'orHeaders'>>,
): Parameter {
  const added = { baseName, type: 'contextual' } as const;
  return { kind: 'parameter', position, path, added, nullable: false, orHeaders: false, ...rest };
}
