import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import type { SourceFile } from '../../source/parse.js';
import { asMember, keyName, paramsOf } from '../expressions.js';
import type { RequestCarrier } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { programOf } from '../program.js';
import { typeNameOf } from '../request-parameters.js';
import type { RouteRole } from '../route-files.js';
import type { FoundScope } from './found-scope.js';
import { handlersIn } from './handlers.js';
import { storeCarrier } from './known-wrappers.js';

/** `Page.getInitialProps = …` and the static method of that name. It has a request on the server only. */
export function initialProps(file: SourceFile, role: RouteRole, host: ModuleHost): FoundScope[] {
  if (!file.text.includes('getInitialProps')) return [];
  const found: FoundScope[] = [];
  const add = (value: NodePath): void => {
    for (const { fn, given } of handlersIn(value)) {
      const carrier = given ? storeCarrier(given, file, host) : carrierOf(fn, role);
      if (carrier) found.push({ kind: 'get-initial-props', name: 'getInitialProps', fn, carrier });
    }
  };
  readBelow(programOf(file), {
    AssignmentExpression: (assignment) => {
      const target = asMember(assignment.get('left') as NodePath);
      if (target?.name === 'getInitialProps') add(assignment.get('right'));
    },
    ClassMethod: (method) => {
      if (method.node.static && keyName(method.node) === 'getInitialProps') add(method);
    },
    ClassProperty: (property) => {
      const { key, computed, static: isStatic } = property.node;
      const value = property.get('value') as NodePath;
      const isNamed = !computed && key.type === 'Identifier' && key.name === 'getInitialProps';
      if (isStatic && isNamed && value.node) add(value);
    },
  });
  return found;
}

/** The context is the first parameter; that of `_app` holds the page's. */
function carrierOf(fn: NodePath<t.Function>, role: RouteRole): RequestCarrier {
  const [first] = paramsOf(fn);
  const typed = first && typeNameOf(first);
  const ofApp = typed === 'AppContext' || (typed === undefined && role.kind === 'pages-app');
  return {
    kind: 'parameter',
    position: 0,
    path: ofApp ? ['ctx', 'req'] : ['req'],
    reads: 'any',
    nullable: false,
    added: { baseName: 'context', type: ofApp ? 'AppContext' : 'NextPageContext' },
    orHeaders: false,
  };
}
