import { wrapNextConfig } from '../../transforms/next-config/wrap-next-config.js';
import { restyled } from '../init/render-template.js';
import type { Inspection } from './inspect.js';
import { neighbourStyle } from './neighbour-style.js';
import { creationOf, EMPTY_PLAN, type Plan, planOf, refusalOf } from './plan.js';
import { neighboursOf } from './plan-signal-module.js';
import { surroundingsOf } from './surroundings.js';

const WRAP = 'wrap the config';

/** The Next config wrapped in `withSignalConfig`, or created where there is none. */
export function planNextConfig(inspection: Inspection): Plan {
  const { project, host, paths } = inspection;
  // Next.js reads next.config.ts from version 15 on.
  const created =
    project.language === 'ts' && project.next.major >= 15 ? 'next.config.ts' : 'next.config.mjs';
  // In a second pass the created file is staged, while the project is as it was.
  const path = project.config.path ?? (host.text(created) === undefined ? undefined : created);
  if (path === undefined) {
    const text = `import { withSignalConfig } from '${project.sdk.config}';\n\nexport default withSignalConfig({});\n`;
    const render = (): string =>
      restyled(created, text, neighbourStyle(created, neighboursOf(created, paths), host));
    return creationOf(created, render, WRAP);
  }
  if (path.startsWith('../')) {
    return refusalOf({
      path,
      why: 'The config belongs to more than this app, and nothing outside the app is written.',
      instead: `Wrap its export by hand: \`withSignalConfig(…)\` from ${project.sdk.config}.`,
    });
  }
  const file = host.load(path);
  return file
    ? planOf(file, wrapNextConfig(file, project.sdk.config, surroundingsOf(inspection, path)), WRAP)
    : EMPTY_PLAN;
}
