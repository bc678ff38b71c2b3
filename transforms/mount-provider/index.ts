import type { API, FileInfo } from 'jscodeshift';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource } from '../../src/source/parse.js';
import { mountInLayout } from './mount-in-layout.js';
import { mountInPagesApp } from './mount-in-pages-app.js';

export const parser = 'tsx';

/**
 * Mounts a provider component in a root layout, or in a Pages Router `_app`. `--import-from <specifier>` says where
 * the component is (`@/components/signal-provider`), `--component <name>` what it is called (`SignalProvider`).
 */
export default function transform(
  { path, source }: FileInfo,
  _api: API,
  options: {
    readonly 'import-from'?: string;
    readonly importFrom?: string;
    readonly component?: string;
  } = {},
): string | undefined {
  const isApp = /(?:^|\/)_app\.[jt]sx?$/.test(path);
  if (!isApp && !/(?:^|\/)layout\.[jt]sx?$/.test(path)) return undefined;
  const parsed = parseSource(path, source);
  if (parsed.kind === 'unparsable') throw new SyntaxError(`${path}: ${parsed.problem.message}`);
  const component = {
    componentName: options.component ?? 'SignalProvider',
    importFrom: options['import-from'] ?? options.importFrom ?? '@/components/signal-provider',
  };
  const outcome = isApp ? mountInPagesApp(parsed.file, component) : mountInLayout(parsed.file, component);
  return outcome.kind === 'edits' ? applyEdits(source, outcome.edits) : undefined;
}
