import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { ModuleHost } from '../module-host.js';
import { programOf } from '../program.js';
import { bindingValues } from './binding-values.js';
import { constructedValues, functionResults, resultValues } from './call-values.js';
import { contextSources } from './context-values.js';
import { expressionValues } from './expression-values.js';
import { memberValues } from './member-values.js';
import { exportedValues, importedValues } from './module-values.js';
import type { NamedClient } from './named-client.js';
import { Table } from './table.js';
import { typeValues } from './type-values.js';
import type { TypeScope, Value } from './value.js';

/** Generic types that are given each other; more is a type that goes round in circles. */
const MOST_TYPE_ARGUMENTS = 8;

/**
 * Follows values through a project: what may this expression, name, member, call, export or type be? Every question is
 * answered once, and only values that can lead to a Signal client are told apart.
 */
export class Values {
  readonly host: ModuleHost;
  readonly sdkModules: ReadonlySet<string>;
  /** Exports that a person named as clients, by where they are. */
  readonly named: readonly NamedClient[];
  /** Those of them that something in the project takes. */
  readonly taken = new Set<NamedClient>();
  readonly #table = new Table();

  constructor(host: ModuleHost, sdkModules: readonly string[], named: readonly NamedClient[]) {
    this.host = host;
    this.sdkModules = new Set(sdkModules);
    this.named = named;
  }

  /** What the expression `path` of the project file `file` may be. */
  of(path: NodePath, file: string): readonly Value[] {
    return this.#table.once(path.node, () => expressionValues(path, file, this));
  }

  ofBinding(binding: Binding, file: string): readonly Value[] {
    return this.#table.once(binding, () => bindingValues(binding, file, this));
  }

  /** What a value of the type may be; answers that depend on type arguments are not kept. */
  ofType(type: t.TSType, scope: TypeScope): readonly Value[] {
    if (scope.given) return scope.given.depth > MOST_TYPE_ARGUMENTS ? [] : typeValues(type, scope, this);
    return this.#table.once(type, () => typeValues(type, scope, this));
  }

  member(values: readonly Value[], name: string): readonly Value[] {
    return values.flatMap((value) => memberValues(value, name, this));
  }

  /** What calling one of `values` may give, awaited. */
  called(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) => resultValues(value, this));
  }

  constructed(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) => constructedValues(value));
  }

  resultsOf(fn: NodePath<t.Function>, file: string): readonly Value[] {
    return this.#table.once(fn, () => functionResults(fn, file, this));
  }

  imported(source: string, name: string, from: string): readonly Value[] {
    return importedValues(source, name, from, this);
  }

  exported(path: string, name: string): readonly Value[] {
    return this.#table.once(`export ${path}\0${name}`, () => exportedValues(path, name, this));
  }

  /** What the project's contexts hold under `name`. */
  inContext(name: string): readonly Value[] {
    return this.#table.once(`context ${name}`, () =>
      this.member(
        this.#table.once('contexts', () => contextSources(this)),
        name,
      ),
    );
  }

  /** The scopes of a project file; undefined when it cannot be read, or declares a name twice. */
  program(path: string): NodePath<t.Program> | undefined {
    const file = this.host.load(path);
    if (!file) return undefined;
    try {
      return programOf(file);
    } catch {
      return undefined;
    }
  }
}
