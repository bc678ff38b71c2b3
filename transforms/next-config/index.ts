import type { API, FileInfo } from 'jscodeshift';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource } from '../../src/source/parse.js';
import { wrapNextConfig } from './wrap-next-config.js';

export const parser = 'tsx';

const CONFIG_FILE = /(?:^|[\\/])next\.config\.[cm]?[jt]s$/;

/** Wraps the config of a `next.config.*` (other files are left alone) in `withSignalConfig`; `--sdk <module>` names where that comes from. */
export default function transform(
  { path, source }: FileInfo,
  _api: API,
  options: { readonly sdk?: string } = {},
): string | undefined {
  if (!CONFIG_FILE.test(path)) return undefined;
  const parsed = parseSource(path, source);
  if (parsed.kind === 'unparsable') throw new SyntaxError(`${path}: ${parsed.problem.message}`);
  const outcome = wrapNextConfig(parsed.file, options.sdk ?? 'signal-next/config');
  switch (outcome.kind) {
    case 'unchanged':
      return undefined;
    case 'edits':
      return applyEdits(source, outcome.edits);
    case 'refused':
      throw new Error(`${path}: ${outcome.why} ${outcome.instead}`);
  }
}
