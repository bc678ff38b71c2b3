import { renderGithub } from './github.js';
import { renderGitlab } from './gitlab.js';
import { renderJson } from './json.js';
import { renderJunit } from './junit.js';
import { renderMarkdown } from './markdown.js';
import type { Report } from './model.js';
import { renderPretty } from './pretty.js';
import type { ReporterName } from './reporter-names.js';
import { renderSarif } from './sarif.js';
import type { Terminal } from './terminal.js';

/** The report as text; `terminal` is where the one for people goes. */
export function renderReport(name: ReporterName, report: Report, terminal: Terminal): string {
  switch (name) {
    case 'pretty':
      return renderPretty(report, terminal);
    case 'json':
      return renderJson(report);
    case 'sarif':
      return renderSarif(report);
    case 'github':
      return renderGithub(report);
    case 'gitlab':
      return renderGitlab(report);
    case 'junit':
      return renderJunit(report);
    case 'markdown':
      return renderMarkdown(report);
  }
}
