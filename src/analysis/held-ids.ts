import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { calledFunction } from './called-functions.js';
import { exportedValue } from './exported-value.js';
import { followLocal } from './exports.js';
import {
  annotationOf,
  argumentsOf,
  asCall,
  asMember,
  assignedValues,
  type CallPath,
  calledBackBy,
  calledName,
  importedValue,
  initOf,
  keyName,
  memberCalled,
  patternKey,
  returnedBy,
  unwrap,
  withoutAwait,
} from './expressions.js';
import { keysOfType } from './given-ids.js';
import type { ModuleHost } from './module-host.js';
import { isUndefined } from './session-arguments.js';
import { SESSION_KEYS, type SessionKey } from './signal-methods.js';
import { isNothing } from './use-positions.js';

/** What a value may hold: anything where somebody else sends it, else those of the ids that its type or source names. */
type Held = 'anything' | readonly SessionKey[];

const NONE: Held = [];
/** What the text of another file has to hold for it to be worth a look. */
const NAMES_IDS = /\b(?:sessionId|windowId)\b/;
/** Methods of a list that call back with each entry. */
const GIVES_EACH = /^(?:forEach|map|flatMap|filter)$/;

/** Which ids a value that is handed on whole may hold already. */
export class IdHolders {
  readonly #file: SourceFile;
  readonly #host: ModuleHost;
  /** What a parameter may be given. */
  readonly #given: (value: NodePath) => readonly SessionKey[];
  /** What is being looked at; what leads back to itself adds nothing. */
  readonly #seen = new Set<t.Node>();

  constructor(file: SourceFile, host: ModuleHost, given: (value: NodePath) => readonly SessionKey[]) {
    this.#file = file;
    this.#host = host;
    this.#given = given;
  }

  idsIn(value: NodePath): readonly SessionKey[] {
    this.#seen.clear();
    const held = this.#heldBy(value);
    return held === 'anything' ? SESSION_KEYS : held;
  }

  #heldBy(value: NodePath): Held {
    if (this.#seen.has(value.node)) return NONE;
    this.#seen.add(value.node);
    const type =
      value.isTSAsExpression() || value.isTSSatisfiesExpression() ? value.node.typeAnnotation : undefined;
    if (type && type.type !== 'TSAnyKeyword' && !isConst(type))
      return keysOfType(type, this.#file, this.#host);
    const inner = unwrap(value);
    if (inner.node !== value.node) return this.#heldBy(inner);
    if (value.isAwaitExpression()) return this.#heldBy(value.get('argument'));
    if (value.isLogicalExpression())
      return value.node.operator === '&&' ? NONE : this.#any([value.get('left'), value.get('right')]);
    if (value.isConditionalExpression()) return this.#any([value.get('consequent'), value.get('alternate')]);
    if (value.isObjectExpression()) return this.#heldByLiteral(value);
    if (value.isIdentifier()) return this.#heldByVariable(value);
    const member = asMember(value);
    if (member) return isBody(value) ? 'anything' : this.#heldByMember(member.object, member.name);
    const call = asCall(value);
    return call ? this.#heldByResult(call) : NONE;
  }

  /** What one of several values may hold; nothing can be read off them where one is nothing. */
  #any(values: readonly NodePath[]): Held {
    if (values.some(isNothing)) return NONE;
    const held = values.map((one) => this.#heldBy(one));
    if (held.includes('anything')) return 'anything';
    return SESSION_KEYS.filter((key) => held.some((one) => one.includes(key)));
  }

  #heldByLiteral(object: NodePath<t.ObjectExpression>): Held {
    const keys = keysWritten(object);
    const spread = object
      .get('properties')
      .flatMap((one) => (one.isSpreadElement() ? [one.get('argument')] : []));
    const held = this.#any(spread);
    return held === 'anything'
      ? held
      : SESSION_KEYS.filter((key) => keys.includes(key) || held.includes(key));
  }

  #heldByVariable(identifier: NodePath<t.Identifier>): Held {
    const binding = identifier.scope.getBinding(identifier.node.name);
    if (!binding) return NONE;
    const type = annotationOf(binding.identifier);
    if (type && binding.kind !== 'param') return keysOfType(type, this.#file, this.#host);
    if (binding.kind === 'param') {
      const list = type ? undefined : calledBackBy(binding, GIVES_EACH);
      return list ? part(this.#heldBy(list)) : this.#given(identifier);
    }
    const declarator = binding.path;
    if (!declarator.isVariableDeclarator()) return NONE;
    const loop = declarator.parentPath.parentPath;
    if (loop?.isForOfStatement() && declarator.parentPath.key === 'left')
      return part(this.#heldBy(loop.get('right')));
    const init = initOf(binding);
    if (!init) return NONE;
    const id = declarator.get('id');
    if (id.isObjectPattern()) return this.#heldByPattern(id, binding, init);
    if (id.isArrayPattern()) return part(this.#heldBy(init));
    return this.#any([init, ...assignedValues(binding)]);
  }

  #heldByPattern(pattern: NodePath<t.ObjectPattern>, { identifier }: Binding, from: NodePath): Held {
    const { properties } = pattern.node;
    const isRest = properties.some((one) => one.type === 'RestElement' && one.argument === identifier);
    if (!isRest) return this.#heldByMember(from, patternKey(pattern.node, identifier));
    const taken = properties.flatMap((one) => (one.type === 'ObjectProperty' ? (keyName(one) ?? []) : []));
    const held = this.#heldBy(from);
    return (held === 'anything' ? SESSION_KEYS : held).filter((key) => !taken.includes(key));
  }

  /** `parsed.data`, `body.event` */
  #heldByMember(object: NodePath, name: string | undefined): Held {
    const call = asCall(withoutAwait(followLocal(object)));
    if (name === 'data' && call && /^safeParse/.test(calledName(call) ?? '')) return this.#heldBySchema(call);
    return part(this.#heldBy(object));
  }

  #heldByResult(call: CallPath): Held {
    const name = calledName(call) ?? '';
    const object = memberCalled(call)?.object;
    if (object && name === 'json' && isRequest(object)) return 'anything';
    if (object?.isIdentifier({ name: 'JSON' }) && name === 'parse') return 'anything';
    if (object?.isIdentifier({ name: 'Object' }) && name === 'assign') return this.#any(argumentsOf(call));
    if (/^parse(?:Async)?$/.test(name)) return this.#heldBySchema(call);
    const called = calledFunction(call, this.#file.path, this.#host, { text: NAMES_IDS, further: 0 });
    const file = called && this.#host.load(called.path);
    if (!called || !file) return NONE;
    const { returnType } = called.fn.node;
    if (returnType?.type === 'TSTypeAnnotation')
      return keysOfType(returnType.typeAnnotation, file, this.#host);
    const returned = returnedBy(called.fn).map((one) => followLocal(one));
    return returned.every((one) => one.isObjectExpression())
      ? SESSION_KEYS.filter((key) => returned.some((one) => keysWritten(one).includes(key)))
      : NONE;
  }

  /** The ids that the schema of `schema.parse(value)` or `parse(schema, value)` declares. */
  #heldBySchema(call: CallPath): Held {
    const [first] = argumentsOf(call);
    const own = memberCalled(call)?.object;
    const isOfModule = own?.isIdentifier() && importedValue(own)?.name === '*';
    const schema = isOfModule || !own ? first : own;
    return schema ? this.#keysOfSchema(schema) : NONE;
  }

  #keysOfSchema(schema: NodePath): readonly SessionKey[] {
    const imported = importedValue(schema);
    const path = imported && this.#host.resolve(imported.source, this.#file.path);
    const text = path === undefined ? undefined : (this.#host.text?.(path) ?? this.#host.load(path)?.text);
    const file = path !== undefined && NAMES_IDS.test(text ?? '') ? this.#host.load(path) : undefined;
    const value = file && imported ? exportedValue(file, imported.name) : followLocal(schema);
    const keys: SessionKey[] = [];
    // `z.object({ … }).extend({ … }).strict()`
    for (let at = value && asCall(unwrap(value)); at; ) {
      if (/^(?:object|strictObject|looseObject|extend)$/.test(calledName(at) ?? ''))
        for (const one of argumentsOf(at)) if (one.isObjectExpression()) keys.push(...keysWritten(one));
      const before = memberCalled(at)?.object;
      at = before && asCall(unwrap(before));
    }
    return keys;
  }
}

function isConst(type: t.TSType): boolean {
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  );
}

/** What a part of a value may hold: of what is typed, the ids are named of the whole. */
function part(held: Held): Held {
  return held === 'anything' ? held : NONE;
}

function keysWritten(object: NodePath<t.ObjectExpression>): SessionKey[] {
  return SESSION_KEYS.filter((key) =>
    object
      .get('properties')
      .some(
        (one) =>
          one.isObjectProperty() &&
          keyName(one.node) === key &&
          !isUndefined(unwrap(one.get('value') as NodePath)),
      ),
  );
}

/** `request`, `c.req`, `context.request` */
function isRequest(path: NodePath): boolean {
  const value = unwrap(path);
  const name = value.isIdentifier() ? value.node.name : asMember(value)?.name;
  return /^_?req(?:uest)?$/.test(name ?? '');
}

/** `req.body` */
function isBody(path: NodePath): boolean {
  const member = asMember(path);
  return member?.name === 'body' && isRequest(member.object);
}
