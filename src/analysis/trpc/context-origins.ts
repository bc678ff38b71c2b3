import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import { wholeName } from '../../source/names.js';
import type { SourceFile } from '../../source/parse.js';
import { ByDepth } from '../by-depth.js';
import type { ModuleHost } from '../module-host.js';
import { programOf } from '../program.js';
import type { Located, ModuleValues } from './module-values.js';
import { type RequestShapes, referencedName, resultTypeOf } from './request-shapes.js';

/** A function that makes the context. */
export type Factory = Located<NodePath<t.Function>>;

/** Types that stand for what their argument gives, or for what the function in it gives. */
const TRANSPARENT = new Set([
  'Awaited',
  'ReturnType',
  'inferAsyncReturnType',
  'NonNullable',
  'Readonly',
  'Promise',
]);

/** Finds the functions that make a context, by the type that tRPC is told of. */
export class ContextOrigins {
  readonly #host: ModuleHost;
  readonly #modules: ModuleValues;
  readonly #shapes: RequestShapes;

  constructor(host: ModuleHost, modules: ModuleValues, shapes: RequestShapes) {
    this.#host = host;
    this.#modules = modules;
    this.#shapes = shapes;
  }

  /** The functions that make what a context is typed as, each once. */
  factoriesOf(
    type: t.TSType,
    file: SourceFile,
    depth = 0,
    known = new ByDepth<readonly Factory[]>(),
  ): readonly Factory[] {
    if (depth > 12) return [];
    return known.once(type, depth, () => eachOnce(this.#factoriesOf(type, file, depth, known)));
  }

  #factoriesOf(
    type: t.TSType,
    file: SourceFile,
    depth: number,
    known: ByDepth<readonly Factory[]>,
  ): readonly Factory[] {
    const again = (inner: t.TSType, at = file): readonly Factory[] =>
      this.factoriesOf(inner, at, depth + 1, known);
    switch (type.type) {
      case 'TSParenthesizedType':
        return again(type.typeAnnotation);
      case 'TSIntersectionType':
        return type.types.flatMap((one) => again(one));
      case 'TSTypeQuery': {
        const factory = this.#shapes.queriedFunction(type, file);
        return factory ? [factory] : [];
      }
      case 'TSTypeReference': {
        const name = referencedName(type);
        const [inner] = type.typeParameters?.params ?? [];
        if (inner && TRANSPARENT.has(name)) return again(inner);
        const declared = this.#modules.type(name, file);
        if (!declared) return [];
        const { declaration } = declared;
        if (declaration.type === 'TSTypeAliasDeclaration') {
          const behind = again(declaration.typeAnnotation, declared.file);
          if (behind.length > 0) return behind;
        }
        const byResult = () => this.#declaredAs(declaration, declared.file, file);
        return known.once(declaration, 0, byResult, file.path);
      }
      default:
        return [];
    }
  }

  /** The functions whose declared result is `declaration`. */
  #declaredAs(declaration: t.Node & { id: t.Identifier }, home: SourceFile, user: SourceFile): Factory[] {
    const { name } = declaration.id;
    const word = wholeName(name);
    const others = (this.#host.sourcePaths ?? []).filter((path) => {
      const text = path === home.path || path === user.path ? '' : (this.#host.text?.(path) ?? '');
      return /trpc|context/i.test(path) && word.test(text);
    });
    const files = new Set([home, user, ...others.map((path) => this.#host.load(path))]);
    return [...files].flatMap((file) => (file ? this.#functionsReturning(declaration, file) : []));
  }

  #functionsReturning(declaration: t.Node, file: SourceFile): Factory[] {
    const found: Factory[] = [];
    readBelow(programOf(file), {
      Function: (fn) => {
        const type = resultTypeOf(fn);
        if (type?.type !== 'TSTypeReference' || type.typeParameters) return;
        if (this.#modules.type(referencedName(type), file)?.declaration === declaration) {
          found.push({ value: fn, file });
        }
      },
    });
    return found;
  }
}

function eachOnce(factories: readonly Factory[]): readonly Factory[] {
  return [...new Map(factories.map((one) => [one.value.node, one])).values()];
}
