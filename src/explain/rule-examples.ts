import { TEMPLATES } from '../init/template-texts.js';
import type { RuleId } from '../rules/finding.js';

/** Code that breaks one rule and no other, and the same code once that has been seen to. */
export interface RuleExample {
  readonly path: string;
  /** Empty where the file is missing. */
  readonly before: string;
  readonly after: string;
  /** The part of `before` that the finding marks; none where the file is missing. */
  readonly marked?: string;
  /** Said under the mark. */
  readonly label: string;
  /** What is to be known of the example, said before it. */
  readonly note?: string;
  /** What a person does about it, beside running the command that fixes it. */
  readonly fix: string;
  /** Where it is found, instead of where the file is missing. */
  readonly where?: string;
  /** Other files of the app, by path; they are the same before and after. */
  readonly files?: Readonly<Record<string, string>>;
}

const CAPTURE_IN_ROUTE = `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'order_placed' });
  return Response.json({});
}
`;

const FORWARDING_ROUTE = `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_placed',
    sessionId,
    windowId,
  });
  return Response.json({});
}
`;

const provider = (option: string): string => `
'use client';

import type { ReactNode } from 'react';
import { SignalNextProvider } from 'signal-next/client';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <SignalNextProvider options={{ apiKey: 'k', projectId: 'shop'${option} }}>
      {children}
    </SignalNextProvider>
  );
}
`;

const withAbove = (comment: string): string =>
  CAPTURE_IN_ROUTE.replace('  signal.capture', `  ${comment}\n  signal.capture`);

const OPEN_ANSWER = (allowed: string): string =>
  FORWARDING_ROUTE.replace(
    'Response.json({});',
    `Response.json({}, {
    headers: {
      'Access-Control-Allow-Origin': 'https://www.shop.com',
      'Access-Control-Allow-Headers': '${allowed}',
    },
  });`,
  );

const VENDOR_CLIENT = `import { createSignalServer } from '@signal-js/nextjs/server';

export { getSessionInfo } from 'signal-next/server';
export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
`;

const ACTION = (end: string): string => `
'use server';

import { headers } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function placeOrder(userId: string) {
  const { sessionId, windowId } = getSessionInfo(await headers());
  signal.capture({ distinctId: userId, event: 'order_placed', sessionId, windowId });${end}
}
`;

/** One for each rule; `docs/rules.md` and `signal-next explain` show them, and a test runs them. */
export const RULE_EXAMPLES: Readonly<Record<RuleId, RuleExample>> = {
  'session-not-forwarded': {
    path: 'app/api/order/route.ts',
    before: CAPTURE_IN_ROUTE,
    after: FORWARDING_ROUTE,
    marked: 'capture',
    label: 'sessionId and windowId are missing here',
    fix: 'By hand: read the session of the request with `getSessionInfo` and pass its ids to the call.',
  },
  'session-partly-forwarded': {
    path: 'app/api/order/route.ts',
    before: FORWARDING_ROUTE.replace('    windowId,\n', '').replace(', windowId', ''),
    after: FORWARDING_ROUTE,
    marked: 'capture',
    label: 'one of sessionId and windowId is missing here',
    fix: 'By hand: pass the other id of `getSessionInfo` too.',
  },
  'session-lost': {
    path: 'app/api/order/route.ts',
    files: {
      'lib/track-order.ts': `
import { type SessionInfo, signal } from '@/lib/signal-server';

export function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: userId,
    event: 'order_placed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
    },
    before: `
import { trackOrder } from '@/lib/track-order';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo } from '@/lib/signal-server';
import { trackOrder } from '@/lib/track-order';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId, getSessionInfo(request));
  return Response.json({});
}
`,
    marked: 'trackOrder(userId)',
    label: 'the session is lost here',
    fix: 'By hand: pass `getSessionInfo(request)` to the function, which hands its ids to the call.',
  },
  'sync-headers': {
    path: 'app/actions.ts',
    before: `
'use server';

import { headers } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function placeOrder(userId: string) {
  const { sessionId, windowId } = getSessionInfo(headers());
  signal.capture({ distinctId: userId, event: 'order_placed', sessionId, windowId });
}
`,
    after: ACTION(''),
    marked: 'headers()',
    label: 'this is a promise',
    fix: 'By hand: write `await headers()`, in a function that is async.',
  },
  'signal-module-missing': {
    path: 'lib/signal-server.ts',
    before: '',
    after: TEMPLATES.serverTs,
    label: 'this file would be created',
    fix: 'By hand: write a module that exports the Signal client and `getSessionInfo`.',
  },
  'signal-module-incomplete': {
    path: 'lib/signal-server.ts',
    before: `
import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
`,
    after: `
import { createSignalServer } from 'signal-next/server';

export { getSessionInfo } from 'signal-next/server';
export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
`,
    label: 'getSessionInfo would be added to this file',
    fix: 'By hand: export `getSessionInfo` from it, your own or that of `signal-next/server`.',
  },
  'signal-module-outdated': {
    path: 'lib/signal-server.ts',
    before: `
import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function getSessionInfo({ headers }: Request | { headers: Headers }) {
  return {
    sessionId: headers.get('x-signal-session-id') || undefined,
    windowId: headers.get('x-signal-window-id') || undefined,
    distinctId: headers.get('x-signal-distinct-id') || undefined,
  };
}
`,
    after: TEMPLATES.serverTs,
    marked: 'function getSessionInfo',
    label: 'generated from here on, and not changed since',
    note: 'There is no version before 0.1.0, so nothing is found yet: the example is made up, and shows what a later version will find.',
    fix: 'Only what nobody has changed since it was generated is replaced: a client with options of your own stays. A part that you have changed is yours, and nothing is said of it.',
  },
  'provider-missing': {
    path: 'app/providers.tsx',
    before: '',
    after: provider(', addTracingHeaders: true'),
    label: 'the provider would be mounted',
    where: 'no page, layout or `_app` renders a component like this one',
    fix: 'By hand: render `SignalNextProvider` with `addTracingHeaders: true` around the app, in the root layout or in `_app`. A component that holds one counts where a page, a layout or `_app` renders it. Where only some of the root layouts and `_app` do, the others are warnings.',
  },
  'provider-without-tracing-headers': {
    path: 'app/providers.tsx',
    before: provider(''),
    after: provider(', addTracingHeaders: true'),
    marked: 'SignalNextProvider options',
    label: 'addTracingHeaders is not among its options',
    fix: 'By hand: set `addTracingHeaders: true`, or a list of the hostnames whose requests are to be marked.',
  },
  'provider-tracing-disabled': {
    path: 'app/providers.tsx',
    before: provider(', addTracingHeaders: false'),
    after: provider(', addTracingHeaders: true'),
    marked: 'false',
    label: 'switched off here',
    fix: 'If it is not on purpose, run `npx signal-next init --force`, or set it to `true`.',
  },
  'tracing-host-unmatchable': {
    path: 'app/providers.tsx',
    before: provider(", addTracingHeaders: ['https://api.shop.com']"),
    after: provider(", addTracingHeaders: ['api.shop.com']"),
    marked: "'https://api.shop.com'",
    label: 'no request matches this',
    fix: 'Write the hostname alone, in the form that it has in the address of a request: no scheme, path, wildcard or space. The provider of signal-next also takes a hostname with a port that is not the default one.',
  },
  'session-refused': {
    path: 'app/api/hours/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export const revalidate = 60;

export async function GET() {
  signal.capture({ distinctId: 'shop', event: 'hours_read' });
  return Response.json({ open: true });
}
`,
    after: `
export const revalidate = 60;

export async function GET() {
  return Response.json({ open: true });
}
`,
    marked: 'capture',
    label: 'would make a static route dynamic',
    fix: 'The finding says what stands in the way and what to do instead; `signal-next explain <reason>` and [refusals.md](refusals.md) have an example for each reason.',
  },
  'provider-refused': {
    path: 'app/providers.tsx',
    before: provider('')
      .replace("{{ apiKey: 'k', projectId: 'shop' }}", '{settings.signal}')
      .replace("client';\n\nexport", "client';\nimport { settings } from '@acme/settings';\n\nexport"),
    after: provider('')
      .replace("{{ apiKey: 'k', projectId: 'shop' }}", '{{ ...settings.signal, addTracingHeaders: true }}')
      .replace("client';\n\nexport", "client';\nimport { settings } from '@acme/settings';\n\nexport"),
    marked: 'SignalNextProvider options',
    label: 'whether this sends the session headers is not known',
    fix: 'Set `addTracingHeaders` at the element, where everybody can see it.',
  },
  'placeholder-distinct-id': {
    path: 'app/api/order/route.ts',
    before: FORWARDING_ROUTE.replace('distinctId || userId', "distinctId || userId || 'anonymous'"),
    after: FORWARDING_ROUTE,
    marked: "'anonymous'",
    label: 'one person for many visitors',
    fix: "Take an id of this visitor's own (the header's distinct id, the user's, one that the app keeps in a cookie), and leave the event out where there is none.",
  },
  'misspelled-header': {
    path: 'lib/session-of.ts',
    before: `
export function sessionOf(request: Request) {
  return request.headers.get('x-signal-session');
}
`,
    after: `
export function sessionOf(request: Request) {
  return request.headers.get('x-signal-session-id');
}
`,
    marked: "'x-signal-session'",
    label: 'almost a session header',
    fix: 'The names are `x-signal-session-id`, `x-signal-window-id` and `x-signal-distinct-id`, in any case. A header that the app itself sends under such a name is taken for one of its own.',
  },
  'cors-headers-not-allowed': {
    path: 'app/api/order/route.ts',
    before: OPEN_ANSWER('Content-Type'),
    after: OPEN_ANSWER('Content-Type, x-signal-session-id, x-signal-window-id, x-signal-distinct-id'),
    marked: "'Content-Type'",
    label: 'the session headers are missing here',
    fix: 'Add the three names to the list first, and then the host of this app to the `addTracingHeaders` of the page that calls it.',
  },
  'event-may-be-lost': {
    path: 'app/actions.ts',
    files: {
      'package.json': `{ "name": "shop", "dependencies": { "next": "^16.0.0", "@signal-js/nextjs": "^1.0.0" } }`,
      'lib/signal-server.ts': VENDOR_CLIENT,
    },
    before: ACTION(''),
    after: ACTION('\n  await signal.flush();'),
    marked: 'capture',
    label: 'queued here, and nothing waits until it is sent',
    fix: 'End the function with `await signal.flush()`, or let the answer go first with `after(() => signal.flush())` (Next.js 15) or `waitUntil(signal.flush())`. The client of signal-next/server needs none of that: it asks the platform to wait for what is queued. A client with `flushBatchSize: 1`, and an app with `output: "standalone"`, are left alone.',
  },
  'unreasoned-suppression': {
    path: 'app/api/order/route.ts',
    before: FORWARDING_ROUTE.replace(
      '  signal.capture',
      '  // signal-next-ignore-next-line\n  signal.capture',
    ),
    after: FORWARDING_ROUTE,
    marked: '// signal-next-ignore-next-line',
    label: 'the reason is missing',
    fix: 'Write why the finding is fine as it is: `// signal-next-ignore-next-line <rule>: <reason>`.',
  },
  'unused-suppression': {
    path: 'app/api/order/route.ts',
    before: FORWARDING_ROUTE.replace(
      '  signal.capture',
      '  // signal-next-ignore-next-line session-not-forwarded: counted elsewhere\n  signal.capture',
    ),
    after: FORWARDING_ROUTE,
    marked: '// signal-next-ignore-next-line session-not-forwarded: counted elsewhere',
    label: 'nothing is found here',
    fix: 'Remove the comment.',
  },
  'unknown-rule-in-suppression': {
    path: 'app/api/order/route.ts',
    before: FORWARDING_ROUTE.replace(
      '  signal.capture',
      '  // signal-next-ignore-next-line session-unforwarded: counted elsewhere\n  signal.capture',
    ),
    after: withAbove('// signal-next-ignore-next-line session-not-forwarded: counted elsewhere'),
    marked: '// signal-next-ignore-next-line session-unforwarded: counted elsewhere',
    label: 'no rule has this name',
    fix: 'Write one of the names that `signal-next rules` lists.',
  },
  'stale-baseline-entry': {
    path: 'signal-next-baseline.json',
    before: `
{
  "version": 1,
  "findings": [
    {"path":"app/api/order/route.ts","rule":"session-not-forwarded","in":"POST","hash":"0123456789abcdef"}
  ]
}
`,
    after: `
{
  "version": 1,
  "findings": []
}
`,
    marked:
      '{"path":"app/api/order/route.ts","rule":"session-not-forwarded","in":"POST","hash":"0123456789abcdef"}',
    label: 'nothing is found that this stands for',
    fix: 'Run `npx signal-next check --update-baseline`, which removes it, and commit the file.',
    files: { 'app/api/order/route.ts': FORWARDING_ROUTE },
  },
};
