import type { Project } from '../../../src/project/model.js';
import type { AppReport, Report, ReportedFinding } from '../../../src/report/model.js';
import { RULES } from '../../../src/rules/catalogue.js';
import type { RuleId } from '../../../src/rules/finding.js';

export const PROJECT: Project = {
  root: '/home/me/shop',
  workspaceRoot: undefined,
  name: 'shop',
  next: { major: 16, minor: 4, text: '16.4.6', from: 'installed' },
  routers: { app: 'app', pages: undefined },
  sourceRoot: '',
  language: 'ts',
  moduleType: 'commonjs',
  config: { path: 'next.config.ts', cacheComponents: true, output: 'default', pageExtensions: ['tsx', 'ts'] },
  packageManager: 'pnpm',
  isFormatted: false,
  sdk: {
    name: 'signal-next',
    server: 'signal-next/server',
    client: 'signal-next/client',
    config: 'signal-next/config',
    declared: true,
  },
  clients: [],
  settings: { exclude: [], include: [], rules: {}, baseline: 'signal-next-baseline.json' },
  evidence: [{ fact: 'App Router', value: 'app/', because: 'app/layout.tsx' }],
};

export const TEXT = 'POST(request) {\r\n\tsignal.capture({\r\n\t});\r\n}\r\n';

/** What a path of a Next.js app may hold. */
export const PATHS = [
  'app/api/orders/[id]/route.ts',
  'app/(shop)/@modal/(.)photo/page.tsx',
  'app/my page/größe 中文/route.ts',
  'app/100%/a?b#c/route.ts',
  'app/[...slug]/[[...rest]]/a&b,c:d;e=f/"q\'/route.ts',
];

let made = 0;

/** A finding at `signal.capture({` of `TEXT`, which goes on over the next line. */
export function finding(more: Partial<ReportedFinding> = {}): ReportedFinding {
  made += 1;
  const name = `identity ${made}`;
  const rule: RuleId = more.rule ?? 'session-not-forwarded';
  const severity = more.severity ?? RULES[rule].severity;
  const status = more.status ?? 'new';
  return {
    rule,
    severity,
    status,
    identity: () => name,
    fails: severity === 'error' && status === 'new',
    path: 'app/route.ts',
    message: 'capture() does not forward the session.',
    labelText: 'l',
    start: TEXT.indexOf('signal'),
    end: TEXT.indexOf(');') + 1,
    labels: [],
    fixedBy: RULES[rule].fixedBy,
    help: undefined,
    added: [],
    addedElsewhere: [],
    ...more,
  };
}

export function appReport(more: Partial<AppReport> = {}): AppReport {
  const { findings = [], calls = [] } = more;
  const paths = [...findings, ...findings.flatMap(({ labels }) => labels), ...calls].map(({ path }) => path);
  return {
    project: PROJECT,
    directory: '.',
    folder: '',
    findings,
    calls,
    ledger: { calls: 0, forwarded: 0, fixable: 0, fixed: 0, refused: 0, suppressed: 0 },
    refusals: [],
    withheld: [],
    troubles: [],
    filesChecked: 7,
    extent: 'app',
    about: 'everything',
    skipped: [],
    coverage: undefined,
    commands: { init: 'npx signal-next init', migrate: 'npx signal-next migrate' },
    sources: new Map(paths.map((path) => [path, TEXT])),
    ...more,
  };
}

export function report(apps: readonly AppReport[], more: Partial<Report> = {}): Report {
  return {
    tool: { name: 'signal-next', version: '0.1.0' },
    root: '/home/me/shop',
    mode: 'full',
    apps,
    errors: [],
    ...more,
  };
}

/** A report with one finding in each of these files. */
export function reportIn(paths: readonly string[], more: Partial<AppReport> = {}): Report {
  return report([appReport({ findings: paths.map((path) => finding({ path })), ...more })]);
}
