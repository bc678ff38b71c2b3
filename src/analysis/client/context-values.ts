import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import { TRIVIA } from '../../source/trivia.js';
import { keyName } from '../expressions.js';
import { hasDirective } from '../program.js';
import { isTestFile } from '../route-files.js';
import { isContextName } from './parameter-values.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** By its bytes: a file that may build the context of procedures, actions or resolvers. */
const BUILDS_CONTEXT = new RegExp(
  String.raw`\bcreate\w*Context\b|\bnext${TRIVIA}\(${TRIVIA}\{|\b(?:ctx|context)${TRIVIA}:${TRIVIA}[{(\w]`,
);
const FACTORY = /^create\w*Context(?:Inner)?$/;

/**
 * Every object of the project that is given to procedures, actions or resolvers as their context: what
 * `createTRPCContext()` and its like return, `next({ ctx: { … } })` of a middleware, and `ctx` or `context` keys.
 */
export function contextSources(values: Values): readonly Value[] {
  return (values.host.sourcePaths ?? []).flatMap((path) => {
    const text = values.host.text?.(path) ?? values.host.load(path)?.text ?? '';
    if (isTestFile(path) || !BUILDS_CONTEXT.test(text)) return [];
    if (values.host.mayMeetClient?.(path) === false) return [];
    const file = values.host.load(path);
    const program = values.program(path);
    return file && program && !hasDirective(file, 'use client') ? sourcesIn(program, path, values) : [];
  });
}

function sourcesIn(program: NodePath<t.Program>, file: string, values: Values): readonly Value[] {
  const found: Value[] = [];
  const addResultsOf = (factory: NodePath): void => {
    found.push(...values.called(values.of(factory, file)));
  };
  readBelow(program, {
    FunctionDeclaration: (fn) => {
      if (FACTORY.test(fn.node.id?.name ?? '')) addResultsOf(fn);
    },
    VariableDeclarator: (declarator) => {
      const { id, init } = declarator.node;
      if (id.type === 'Identifier' && init && FACTORY.test(id.name)) {
        addResultsOf(declarator.get('init') as NodePath);
      }
    },
    ObjectMember: (property) => {
      if (!property.parentPath.isObjectExpression()) return;
      const name =
        property.isObjectProperty() || property.isObjectMethod() ? keyName(property.node) : undefined;
      if (name === undefined) return;
      const value = property.isObjectProperty() ? (property.get('value') as NodePath) : property;
      if (FACTORY.test(name)) addResultsOf(value);
      if (!isContextName(name)) return;
      found.push(...values.of(value, file).filter(({ kind }) => kind !== 'context'));
      addResultsOf(value);
    },
  });
  return found;
}
