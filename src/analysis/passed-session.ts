import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { annotationOf, asMember } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { namesSession } from './session-type.js';

/** Whether a parameter of `fn` says that it carries the session: by its type, by its name, or by what is read off it. */
export function carriesSession(
  binding: Binding,
  fn: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
): boolean {
  const { name } = binding.identifier;
  const type = annotationOf(binding.identifier);
  if (type && namesSession(type, fn, file, host)) return true;
  if (!type && /^(signal)?_?session(info|ids)?$/i.test(name)) return true;
  return binding.referencePaths.some((reference) => {
    const member = reference.parentPath && asMember(reference.parentPath);
    return reference.key === 'object' && (member?.name === 'sessionId' || member?.name === 'windowId');
  });
}
