import { hashOf } from '../source/hash.js';
import { inertJson } from './inert.js';
import type { AppReport, Report, ReportedFinding } from './model.js';
import { anchorer, repositoryPath } from './places.js';

/** One entry of a Code Quality report; GitLab's server checks it against its `codeclimate.json`. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * GitLab's Code Quality report. Empty when there is nothing, so that a merge request has something to compare with.
 * Fingerprints hold no line numbers and are unique, since GitLab keeps one entry for each.
 */
export function renderGitlab(report: Report): string {
  const taken = new Set<string>();
  const fingerprint = (...parts: readonly string[]): string => {
    let hash = hashOf(JSON.stringify(parts));
    while (taken.has(hash)) hash = hashOf(hash);
    taken.add(hash);
    return hash;
  };
  const issues: Issue[] = [
    ...report.errors.map(
      ({ kind, message }): Issue => ({
        description: `signal-next could not check this project. ${message}`,
        check_name: kind,
        fingerprint: fingerprint(kind, message),
        severity: 'blocker',
        // An entry needs a file; a project is declared in this one.
        location: { path: 'package.json', lines: { begin: 1 } },
      }),
    ),
    ...report.apps.flatMap((app) => [...troublesOf(app, fingerprint), ...findingsOf(app, fingerprint)]),
  ];
  return inertJson(JSON.stringify(issues, null, 2));
}

type Fingerprint = (...parts: readonly string[]) => string;

function troublesOf(app: AppReport, fingerprint: Fingerprint): Issue[] {
  return app.troubles.map(({ kind, path, message, at }) => {
    const where = repositoryPath(app, path);
    return {
      description: `This file could not be looked into: ${message}`,
      check_name: kind,
      fingerprint: fingerprint(kind, where),
      severity: 'critical',
      location: { path: where, lines: { begin: at?.line ?? 1 } },
    };
  });
}

function findingsOf(app: AppReport, fingerprint: Fingerprint): Issue[] {
  const anchor = anchorer(app);
  return app.findings
    .filter(({ status }) => status === 'new')
    .map((finding) => {
      const { path, line } = anchor(finding);
      return {
        description: finding.message,
        check_name: finding.rule,
        fingerprint: fingerprint(finding.rule, repositoryPath(app, finding.path), finding.identity()),
        severity: severityOf(finding),
        location: { path, lines: { begin: line } },
      };
    });
}

/** A call that is refused waits for a person and fails nothing. */
function severityOf({ rule, severity, fails }: ReportedFinding): Issue['severity'] {
  if (rule === 'session-refused' && !fails) return 'info';
  return severity === 'error' ? 'major' : severity === 'warning' ? 'minor' : 'info';
}
