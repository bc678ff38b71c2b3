import type { API, FileInfo } from 'jscodeshift';
import { describeSignalModule, SDK_MODULES } from '../../src/analysis/signal-module.js';
import { renderSessionPart } from '../../src/init/render-template.js';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource } from '../../src/source/parse.js';
import { completeSignalModule } from './complete-signal-module.js';

export const parser = 'tsx';

/**
 * Adds `getSessionInfo` to the modules that build a Signal client and export it. `--sdk <module>` names the SDK's
 * server entry (or its package) where it is not one that is known.
 */
export default function transform(
  { path, source }: FileInfo,
  _api: API,
  options: { readonly sdk?: string } = {},
): string | undefined {
  const parsed = parseSource(path, source);
  if (parsed.kind === 'unparsable') throw new SyntaxError(`${path}: ${parsed.problem.message}`);
  const { file } = parsed;
  const sdkModules = [
    ...SDK_MODULES,
    ...(options.sdk === undefined ? [] : [options.sdk, `${options.sdk}/server`]),
  ];
  if (describeSignalModule(file, { sdkModules }).clients.length === 0) return undefined;
  const outcome = completeSignalModule(file, renderSessionPart(file.language === 'js' ? 'js' : 'ts'), {
    sdkModules,
  });
  return outcome.kind === 'edits' ? applyEdits(source, outcome.edits) : undefined;
}
