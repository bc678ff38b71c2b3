import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { argumentsOf, asCall, asMember, calleeOf, literalText, propertyOf, unwrap } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { type ProjectValue, resolved } from './project-values.js';

/** A constant string of the project, and the literal that it is written in. */
export interface ProjectText {
  readonly text: string;
  readonly literal: NodePath<t.StringLiteral | t.TemplateLiteral>;
  readonly file: SourceFile;
}

const MOST_MEMBERS = 4;

/** The text that an expression always has: a literal, or a constant or a member of a constant object, of whichever file. */
export function projectText(path: NodePath, file: SourceFile, host: ModuleHost): ProjectText | undefined {
  const found = behind(path, file, host, 0);
  if (!found) return undefined;
  const { value } = found;
  const text = literalText(value.node);
  if (text === undefined || !(value.isStringLiteral() || value.isTemplateLiteral())) return undefined;
  return { text, literal: value, file: found.file };
}

function behind(path: NodePath, file: SourceFile, host: ModuleHost, hops: number): ProjectValue | undefined {
  const found = hops > MOST_MEMBERS ? undefined : resolved(path, file, host);
  if (!found) return undefined;
  const value = unwrap(found.value);
  const member = asMember(value);
  if (!member) return { value, file: found.file };
  const holder = member.name === undefined ? undefined : behind(member.object, found.file, host, hops + 1);
  const object = holder && thawed(holder.value);
  if (!holder || member.name === undefined || !object?.isObjectExpression()) return undefined;
  const given = propertyOf(object, member.name);
  return given && behind(given, holder.file, host, hops + 1);
}

/** What `Object.freeze` is given. */
function thawed(value: NodePath): NodePath {
  const call = asCall(value);
  const callee = call && asMember(calleeOf(call));
  const isFrozen = callee?.object.isIdentifier({ name: 'Object' }) && callee.name === 'freeze';
  const given = call && isFrozen ? argumentsOf(call)[0] : undefined;
  return given ? unwrap(given) : value;
}
