import type { SourceFile } from '../../../src/source/parse.js';
import type { RewriteOutcome } from '../../../src/source/rewrite.js';
import { mountInLayout } from '../../../transforms/mount-provider/mount-in-layout.js';
import { mountInPagesApp } from '../../../transforms/mount-provider/mount-in-pages-app.js';

export const COMPONENT = { componentName: 'SignalProvider', importFrom: '@/components/signal-provider' };

/** What a fixture of `mount-provider` goes through. */
export function mounted(file: SourceFile): RewriteOutcome {
  return file.path.startsWith('pages/') ? mountInPagesApp(file, COMPONENT) : mountInLayout(file, COMPONENT);
}
