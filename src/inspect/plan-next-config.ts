import { wrapNextConfig } from '../../transforms/next-config/wrap-next-config.js';
import type { Inspection } from './inspect.js';
import { creationOf, EMPTY_PLAN, type Plan, planOf, refusalOf } from './plan.js';

const WRAP = 'wrap the config';

/** The Next config wrapped in `withSignalConfig`, or created where there is none. */
export function planNextConfig({ project, host }: Inspection): Plan {
  const { path } = project.config;
  if (path === undefined) {
    // Next.js reads next.config.ts from version 15 on.
    const created =
      project.language === 'ts' && project.next.major >= 15 ? 'next.config.ts' : 'next.config.mjs';
    const text = `import { withSignalConfig } from '${project.sdk.config}';\n\nexport default withSignalConfig({});\n`;
    return creationOf(created, text, WRAP);
  }
  if (path.startsWith('../')) {
    return refusalOf({
      path,
      why: 'The config belongs to more than this app, and nothing outside the app is written.',
      instead: `Wrap its export by hand: \`withSignalConfig(…)\` from ${project.sdk.config}.`,
    });
  }
  const file = host.load(path);
  return file ? planOf(file, wrapNextConfig(file, project.sdk.config), WRAP) : EMPTY_PLAN;
}
