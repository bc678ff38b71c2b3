import type { AppReport } from './model.js';

/** What is left to say where nothing new was found: of the whole app only where all of it was asked for. */
export function nothingToDo({ about, findings }: Pick<AppReport, 'about' | 'findings'>): string {
  const accepted = findings.filter(({ status }) => status === 'baselined');
  const nothing = accepted.length > 0 ? 'Nothing new' : 'Nothing to do';
  switch (about) {
    case 'everything':
      return accepted.some(({ fixedBy }) => fixedBy !== undefined)
        ? `${nothing}: the baseline accepts what migrate and init would change.`
        : `${nothing}: migrate and init would change nothing.`;
    case 'files':
      return `${nothing} in the files that were asked for.`;
    case 'changes':
      return `${nothing} in what has changed.`;
  }
}
