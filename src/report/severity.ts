import type { Severity } from '../rules/finding.js';
import { colorsOf, type Terminal } from './terminal.js';

/** How what belongs to a finding is coloured, by how much it weighs. */
export function severityPainter(severity: Severity, terminal: Terminal): (text: string) => string {
  const colors = colorsOf(terminal);
  switch (severity) {
    case 'error':
      return (text) => colors.bold(colors.red(text));
    case 'warning':
      return (text) => colors.bold(colors.yellow(text));
    case 'note':
      return (text) => colors.bold(colors.cyan(text));
  }
}
