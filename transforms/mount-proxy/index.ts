import type { API, FileInfo } from 'jscodeshift';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource } from '../../src/source/parse.js';
import { handlerNameOf, mountProxy } from './mount-proxy.js';

export const parser = 'tsx';

/** Wraps the handler of a `proxy.*` or `middleware.*` (other files are left alone) in `signalProxy`; `--proxy <module>` names where that comes from. */
export default function transform(
  { path, source }: FileInfo,
  _api: API,
  options: { readonly proxy?: string } = {},
): string | undefined {
  if (handlerNameOf(path) === undefined) return undefined;
  const parsed = parseSource(path, source);
  if (parsed.kind === 'unparsable') throw new SyntaxError(`${path}: ${parsed.problem.message}`);
  const outcome = mountProxy(parsed.file, options.proxy ?? 'signal-next/proxy');
  switch (outcome.kind) {
    case 'unchanged':
      return undefined;
    case 'edits':
      return applyEdits(source, outcome.edits);
    case 'refused':
      throw new Error(`${path}: ${outcome.why} ${outcome.instead}`);
  }
}
