import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { groupBy } from '../../source/group-by.js';
import type { SourceFile } from '../../source/parse.js';
import type { AnalysisContext, HandlerKind, Mounting, RequestCarrier, RequestScope } from '../model.js';
import { looksLikeRequest } from '../request-parameters.js';
import { segmentConfigOf } from '../segment-config.js';
import { handlersIn } from './handlers.js';
import { type MountedElsewhere, mountedElsewhere } from './mounted-elsewhere.js';

/** The functions of `file` that answer the entry points of other files, and the answers of its wrappers. */
export function mountedScopes(
  file: SourceFile,
  { host, layout }: Pick<AnalysisContext, 'host' | 'layout'>,
): RequestScope[] {
  return mountedElsewhere(file, host, layout).flatMap(({ value, mountings }): RequestScope[] => {
    const [first] = mountings;
    if (!first) return [];
    const own = first.as === 'answer-of-wrapper' ? ownFunction(value) : handlersIn(value);
    return own.flatMap(({ fn, given }): RequestScope[] => {
      const kinds = new Set(mountings.map(({ kind }) => kind));
      const carrier = carrierOf(fn, kinds, mountings);
      if ((kinds.size > 1 && !carrier) || isUnsure(fn, mountings)) return [];
      return [
        {
          kind: first.kind,
          name: first.name,
          fn,
          wrapped: given !== undefined || mountings.some(({ wrapped }) => wrapped),
          methods: mountings.flatMap(({ kind, name }) => (kind === 'route-handler' ? [name] : [])),
          carrier,
          mountedBy: routesOf(mountings),
        },
      ];
    });
  });
}

function ownFunction(value: NodePath): { fn: NodePath<t.Function>; given: undefined }[] {
  return value.isFunction() ? [{ fn: value, given: undefined }] : [];
}

/** What a call within another gives may run when the module loads, unless it takes the request or is an action. */
function isUnsure(fn: NodePath<t.Function>, mountings: readonly MountedElsewhere[]): boolean {
  const isNested = mountings.some(
    ({ as, wrapped, kind }) => as === 'answer-of-wrapper' && wrapped && kind !== 'server-action',
  );
  return isNested && !fn.get('params').some((param) => looksLikeRequest(param as NodePath));
}

/** A function that several kinds of entry points share has to get the same from each. */
function carrierOf(
  fn: NodePath<t.Function>,
  kinds: ReadonlySet<HandlerKind>,
  mountings: readonly MountedElsewhere[],
): RequestCarrier | undefined {
  const isEdge = (): boolean => mountings.some(({ by }) => segmentConfigOf(by.file).edge);
  if (kinds.size === 1 && !(kinds.has('pages-api') && isEdge())) return undefined;
  const [first] = fn.get('params');
  const target = first?.isAssignmentPattern() ? (first.get('left') as NodePath) : first;
  if (!target || !looksLikeRequest(target as NodePath)) return undefined;
  return {
    kind: 'parameter',
    position: 0,
    path: [],
    reads: 'any',
    nullable: false,
    added: undefined,
    orHeaders: false,
  };
}

function routesOf(mountings: readonly MountedElsewhere[]): Mounting[] {
  return [...groupBy(mountings, ({ by }) => by.path).values()].flatMap((ofRoute): Mounting[] => {
    const [first] = ofRoute;
    const methods = ofRoute.flatMap(({ kind, name }) => (kind === 'route-handler' ? [name] : []));
    return first
      ? [
          {
            path: first.by.path,
            methods,
            get file() {
              return first.by.file;
            },
          },
        ]
      : [];
  });
}
