import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { argumentsOf, type CallPath, calleeOf, importedValue, keyName, unwrap } from './expressions.js';
import { mayConstructClient } from './find-signal-module.js';
import { programOf } from './program.js';

/** This package's server entry, which asks the platform to wait for what is queued (runtime/server/wait-until.ts). */
const WAITS_BY_ITSELF = 'signal-next/server';

/**
 * Whether every Signal client that the files make only queues its events: it comes from another package, and its
 * options are written out and do not send each event at once.
 */
export function onlyQueues(files: readonly SourceFile[], sdkModules: readonly string[]): boolean {
  const made = files.flatMap((file) => {
    if (!mayConstructClient(file.text)) return [];
    const clients: boolean[] = [];
    readBelow(programOf(file), {
      CallExpression: (call) => {
        const imported = importedValue(calleeOf(call));
        if (!imported || !mayConstructClient(imported.name) || !sdkModules.includes(imported.source)) return;
        clients.push(imported.source !== WAITS_BY_ITSELF && keepsQueue(call));
      },
    });
    return clients;
  });
  return made.length > 0 && made.every(Boolean);
}

/** Whether the options are an object literal without a `flushBatchSize` of 1, or of something that is not told. */
function keepsQueue(call: CallPath): boolean {
  const [first] = argumentsOf(call);
  const options = first && unwrap(first);
  if (!options?.isObjectExpression()) return false;
  return options.get('properties').every((property): boolean => {
    if (!property.isObjectProperty()) return false;
    if (keyName(property.node) !== 'flushBatchSize') return true;
    const size = property.get('value') as NodePath<t.Node>;
    return size.isNumericLiteral() && size.node.value > 1;
  });
}
