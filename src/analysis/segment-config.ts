import type { NodePath } from '@babel/traverse';
import type { SourceFile } from '../source/parse.js';
import { followLocal, moduleExports } from './exports.js';
import { literalText, propertyOf, unwrap } from './expressions.js';
import { programOf } from './program.js';

/** What the file's exported segment configuration says, of a route or of a page. */
export interface SegmentConfig {
  readonly dynamic: string | undefined;
  /** `revalidate = 0` makes a route dynamic; any other value, or one that cannot be read, may make it static. */
  readonly revalidate: 'none' | 'zero' | 'set';
  /** `runtime = 'edge'`, or `config = { runtime: 'edge' }` in the Pages Router. */
  readonly edge: boolean;
  readonly hasStaticParams: boolean;
  /** Exported names, among them the HTTP methods. */
  readonly exported: ReadonlySet<string>;
}

const known = new WeakMap<SourceFile, SegmentConfig>();

/** Reads the segment configuration; made once per parsed file. */
export function segmentConfigOf(file: SourceFile): SegmentConfig {
  const config = known.get(file) ?? readSegmentConfig(file);
  known.set(file, config);
  return config;
}

function readSegmentConfig(file: SourceFile): SegmentConfig {
  const values = new Map<string, NodePath | undefined>();
  for (const one of moduleExports(programOf(file))) {
    if (one.kind === 'value') values.set(one.name, followLocal(one.value));
    if (one.kind === 'from') values.set(one.name, undefined);
  }
  const revalidate = values.get('revalidate');
  const isZero = revalidate?.isNumericLiteral({ value: 0 }) === true;
  return {
    dynamic: textOf(values.get('dynamic')),
    revalidate: !values.has('revalidate') ? 'none' : isZero ? 'zero' : 'set',
    edge: isEdge(values.get('runtime')) || isEdge(optionOf(values.get('config'), 'runtime')),
    hasStaticParams: values.has('generateStaticParams'),
    exported: new Set(values.keys()),
  };
}

function isEdge(value: NodePath | undefined): boolean {
  return ['edge', 'experimental-edge'].includes(textOf(value) ?? '');
}

function textOf(value: NodePath | undefined): string | undefined {
  return value && literalText(value.node);
}

function optionOf(object: NodePath | undefined, name: string): NodePath | undefined {
  const value = object?.isObjectExpression() ? propertyOf(object, name) : undefined;
  return value && unwrap(value);
}
