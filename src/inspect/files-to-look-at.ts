import { SUPPRESSION_MENTION } from '../analysis/suppression-texts.js';
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
  host: Pick<ProjectModuleHost, 'text' | 'glance' | 'resolve'>,
): readonly string[] | undefined {
  if (asked.some((path) => isOfTheWholeApp(path, host.text(path)))) return undefined;
  const found = new Set<string>();
  const likely = new Set<string>();
  const glanceAt = (path: string): string => {
    const text = host.glance(path) ?? '';
    found.add(path);
    if (isCandidate(marksOfText(text), true)) likely.add(path);
    return text;
  };
  const queue = asked.map((path) => ({ path, hops: 0, specifiers: specifiersIn(glanceAt(path)) }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const specifier of next.specifiers) {
      const path = host.resolve(specifier, next.path);
      if (path === undefined || found.has(path)) continue;
      const text = glanceAt(path);
      if (found.size > MOST_FILES) return undefined;
      const hops = next.hops + (REEXPORT.test(text) ? 0 : 1);
      if (hops < MOST_HOPS) queue.push({ path, hops, specifiers: specifiersIn(text) });
    }
  }
  for (const path of aroundRequests(project)) if (!found.has(path)) glanceAt(path);
  const isOfOthers = (path: string): boolean => path.startsWith('../');
  const own = [...likely].filter((path) => !isOfOthers(path)).sort();
  if (own.length > 0 && !areOwnSources(project, own)) return undefined;
  return [...own, ...[...likely].filter(isOfOthers).sort()];
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
    SUPPRESSION_MENTION.test(text) ||
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
