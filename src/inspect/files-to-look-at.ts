import { SUPPRESSION_WORD } from '../analysis/suppressions.js';
import type { Project } from '../project/model.js';
import type { ProjectModuleHost } from '../project/module-host.js';
import { areOwnSources } from '../project/source-files.js';
import { REEXPORT, specifiersIn } from '../source/specifiers.js';
import { isCandidate, isLikeSignalModule, marksOfText, mayHold } from './marks.js';

/** In characters. What is larger may be a bundle, which only a look at its bytes tells. */
const LARGE = 100_000;
/** So many files are looked into for what they import; a whole survey costs no more than a thousand of these looks. */
const MOST_FILES = 1000;
const MOST_HOPS = 3;

/**
 * The files worth parsing for what a check says of a few: among these, what they import (through files that re-export
 * it), and what answers or configures any request. Undefined where it takes the whole app to tell, because one of them
 * may hold the provider, its options, the Signal module, or a suppression of something that others decide.
 * What is only reached through several imports is not among them: that is for a check of the whole app.
 */
export function filesToLookAt(
  asked: readonly string[],
  project: Project,
  host: Pick<ProjectModuleHost, 'text' | 'resolve'>,
): readonly string[] | undefined {
  if (asked.some((path) => isOfTheWholeApp(path, host.text(path)))) return undefined;
  const found = new Map(asked.map((path) => [path, 0]));
  const queue = [...asked];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const hops = found.get(path) ?? 0;
    for (const specifier of specifiersIn(host.text(path) ?? '')) {
      const target = host.resolve(specifier, path);
      if (target === undefined || found.has(target)) continue;
      const more = REEXPORT.test(host.text(target) ?? '') ? 0 : 1;
      if (found.set(target, hops + more).size > MOST_FILES) return undefined;
      if (hops + more < MOST_HOPS) queue.push(target);
    }
  }
  const likely = [...found.keys(), ...aroundRequests(project)].filter((path) =>
    isCandidate(marksOfText(host.text(path) ?? ''), true),
  );
  const isOfOthers = (path: string): boolean => path.startsWith('../');
  const own = [...new Set(likely)].filter((path) => !isOfOthers(path)).sort();
  if (own.length > 0 && !areOwnSources(project, own)) return undefined;
  return [...own, ...likely.filter(isOfOthers).sort()];
}

/** Where the provider is mounted, or is missing. */
const LAYOUT = /(?:^|\/)(?:layout|_app)\.[^/]+$/;
/** What options of the provider may be told by in a file that renders none. */
const PROVIDER_OPTIONS = /\baddTracingHeaders\b|\bNEXT_PUBLIC_SIGNAL/;

function isOfTheWholeApp(path: string, text: string | undefined): boolean {
  if (text === undefined || text.length > LARGE || LAYOUT.test(path)) return true;
  const marks = marksOfText(text);
  return (
    isLikeSignalModule(marks) ||
    mayHold(marks, 'signal-sdk') ||
    text.includes(SUPPRESSION_WORD) ||
    PROVIDER_OPTIONS.test(text)
  );
}

/** What may list the headers that are allowed for any request. */
function aroundRequests({ sourceRoot, config }: Project): string[] {
  const folder = sourceRoot === 'src' ? 'src/' : '';
  const proxies = ['proxy', 'middleware'].flatMap((name) =>
    ['ts', 'js'].map((extension) => `${folder}${name}.${extension}`),
  );
  const { path } = config;
  return path === undefined || path.startsWith('../') ? proxies : [...proxies, path];
}
