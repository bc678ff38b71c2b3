import { renderSessionPart } from '../../../src/init/render-template.js';
import { mountProxy } from '../../../transforms/mount-proxy/mount-proxy.js';
import { wrapNextConfig } from '../../../transforms/next-config/wrap-next-config.js';
import { completeSignalModule } from '../../../transforms/signal-module/complete-signal-module.js';
import type { Rewrite } from '../fixtures.js';
import { forwarded } from './forward-session.js';
import { mounted } from './mount-provider.js';
import { configured } from './tracing-headers.js';

/** What the fixtures of each folder go through. */
export const REWRITES = {
  'forward-session': forwarded,
  'mount-provider': mounted,
  'mount-proxy': (file, { options }) => mountProxy(file, 'signal-next/proxy', options),
  'next-config': (file, { options }) => wrapNextConfig(file, 'signal-next/config', options),
  'signal-module': (file) =>
    completeSignalModule(file, renderSessionPart(file.language === 'js' ? 'js' : 'ts')),
  'tracing-headers': configured,
} satisfies Record<string, Rewrite>;

export type Transform = keyof typeof REWRITES;
