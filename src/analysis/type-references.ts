import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { groupBy } from '../source/group-by.js';
import type { SourceFile } from '../source/parse.js';
import { programOf } from './program.js';

type ByName = ReadonlyMap<string | undefined, readonly NodePath<t.TSTypeReference>[]>;

const referencesByFile = new WeakMap<SourceFile, ByName>();

/** The places of a file where a type is called `name`, in their order. */
export function typesNamed(name: string, file: SourceFile): readonly NodePath<t.TSTypeReference>[] {
  const known = referencesByFile.get(file) ?? referencesIn(file);
  referencesByFile.set(file, known);
  return known.get(name) ?? [];
}

function referencesIn(file: SourceFile): ByName {
  const found: NodePath<t.TSTypeReference>[] = [];
  readBelow(programOf(file), {
    TSTypeReference: (reference) => {
      found.push(reference);
    },
  });
  return groupBy(found, ({ node: { typeName } }) =>
    typeName.type === 'Identifier' ? typeName.name : undefined,
  );
}
