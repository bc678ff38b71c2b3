import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { ModuleExport } from '../exports.js';
import { keyName } from '../expressions.js';
import type { HandlerKind } from '../model.js';
import type { RouteRole } from '../route-files.js';
import { isRenderedExport } from '../server-components.js';
import { destructuredMember } from './destructured-member.js';

const HTTP_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The kind of request scope that Next.js takes an export for, by the file's role. */
export function entryKind(exported: string, role: RouteRole, actions: boolean): HandlerKind | undefined {
  switch (role.kind) {
    case 'route-handler':
      return HTTP_METHODS.has(exported) ? 'route-handler' : undefined;
    case 'pages-api':
      return exported === 'default' ? 'pages-api' : undefined;
    case 'pages-page':
    case 'pages-app':
      return exported === 'getServerSideProps' ? 'get-server-side-props' : undefined;
    case 'proxy':
      return ['default', 'proxy', 'middleware'].includes(exported) ? 'proxy' : undefined;
    case 'instrumentation':
      return exported === 'onRequestError' ? 'request-error-hook' : undefined;
    case 'app-component':
      if (isRenderedExport(exported)) return 'server-component';
      return actions ? 'server-action' : undefined;
    case 'metadata':
      return undefined;
    case 'module':
      return actions ? 'server-action' : undefined;
  }
}

type DestructuredExport = Extract<ModuleExport, { kind: 'value' }> & {
  /** Under which the export stands in `value`; undefined where `value` is what stands there. */
  readonly key: string | undefined;
};

/**
 * `export const { GET, POST } = createHandler(…)`: each name, with what stands under it or, where this file does not
 * show that, with the value that it is taken from.
 */
export function destructuredExports(program: NodePath<t.Program>): DestructuredExport[] {
  return program.get('body').flatMap((statement) => {
    const declaration = statement.isExportNamedDeclaration() ? statement.get('declaration') : undefined;
    if (!declaration?.isVariableDeclaration()) return [];
    return declaration.get('declarations').flatMap((declarator): DestructuredExport[] => {
      const { id } = declarator.node;
      const value = declarator.get('init') as NodePath;
      if (id.type !== 'ObjectPattern' || !value.node) return [];
      return id.properties.flatMap((one): DestructuredExport[] => {
        if (one.type !== 'ObjectProperty' || one.value.type !== 'Identifier') return [];
        const key = keyName(one);
        const member = key === undefined ? undefined : destructuredMember(value, key);
        return [
          {
            kind: 'value',
            name: one.value.name,
            value: member ?? value,
            key: member ? undefined : key,
          },
        ];
      });
    });
  });
}
