import type { AnalysisContext } from '../analysis/model.js';
import type { ReasonId } from '../analysis/reasons.js';

/** A call that is refused for one reason, and the same code once a person has seen to it. */
export interface RefusalExample {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Other files of the project, by path; without them nothing is known of who uses the file. */
  readonly files?: Readonly<Record<string, string>>;
  /** The file's package can be installed by others. */
  readonly isPublished?: boolean;
  /** What has to be known of the project for the refusal, where it is not the usual. */
  readonly context?: Partial<AnalysisContext>;
}

/** What `migrate` cannot know to be too narrow before TypeScript says so. */
const TOO_NARROW = `import type { Tracked } from '@acme/events';
import { signal } from '@/lib/signal-server';

// The events of \`Tracked\`, a type of a package, have these two keys and no others.
const tracked: Tracked = signal;

export async function POST(request: Request) {
  const { userId } = await request.json();
  tracked.capture({ distinctId: userId, event: 'ordered' });
  return Response.json({});
}
`;

/** One for each reason; `docs/refusals.md` shows them, and a test runs them. */
export const REFUSAL_EXAMPLES: Readonly<Record<ReasonId, RefusalExample>> = {
  'module-scope': {
    path: 'lib/orders.ts',
    before: `
import { signal } from '@/lib/signal-server';

signal.capture({ distinctId: 'shop', event: 'orders_loaded' });
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export function trackOrders(request: Request, userId: string) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.capture({ distinctId: userId, event: 'orders_loaded', sessionId, windowId });
}
`,
  },
  'client-component': {
    path: 'app/cart/button.tsx',
    before: `
'use client';

import { signal } from '@/lib/signal-server';

export function Button({ userId }: { userId: string }) {
  const buy = () => signal.capture({ distinctId: userId, event: 'bought' });
  return <button onClick={buy}>Buy</button>;
}
`,
    after: `
'use client';

import { useSignal } from 'signal-next/client';

export function Button() {
  const signal = useSignal();
  return <button onClick={() => signal.capture('bought')}>Buy</button>;
}
`,
  },
  'cached-function': {
    path: 'app/api/prices/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

async function prices(userId: string) {
  'use cache';
  signal.capture({ distinctId: userId, event: 'prices_read' });
  return loadPrices();
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  return Response.json(await prices(userId));
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

async function prices() {
  'use cache';
  return loadPrices();
}

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'prices_read', sessionId, windowId });
  return Response.json(await prices());
}
`,
  },
  'static-generation': {
    path: 'pages/plants.tsx',
    before: `
import { signal } from '@/lib/signal-server';

export async function getStaticProps() {
  signal.capture({ distinctId: 'shop', event: 'plants_viewed' });
  return { props: { plants: await loadPlants() } };
}
`,
    after: `
import { useSignal } from 'signal-next/client';
import { useEffect } from 'react';

export async function getStaticProps() {
  return { props: { plants: await loadPlants() } };
}

export default function Plants() {
  const signal = useSignal();
  useEffect(() => signal.capture('plants_viewed'), [signal]);
  return <h1>Plants</h1>;
}
`,
  },
  'static-route': {
    path: 'app/api/plants/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export const revalidate = 3600;

export async function GET() {
  signal.capture({ distinctId: 'shop', event: 'plants_listed' });
  return Response.json(await loadPlants());
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

// The list is cached inside loadPlants() instead.
export const dynamic = 'force-dynamic';

export async function GET(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.capture({ distinctId: 'shop', event: 'plants_listed', sessionId, windowId });
  return Response.json(await loadPlants());
}
`,
  },
  'server-component': {
    path: 'app/orders/page.tsx',
    before: `
import { signal } from '@/lib/signal-server';

export default async function Page() {
  const user = await currentUser();
  signal.capture({ distinctId: user.id, event: 'orders_viewed' });
  return <Orders user={user} />;
}
`,
    after: `
import { Viewed } from './viewed';

// <Viewed> is a client component that calls \`useSignal().capture('orders_viewed')\` in an effect.
export default async function Page() {
  const user = await currentUser();
  return (
    <>
      <Viewed event="orders_viewed" />
      <Orders user={user} />
    </>
  );
}
`,
  },
  webhook: {
    path: 'app/api/webhooks/stripe/route.ts',
    before: `
import { signal } from '@/lib/signal-server';
import { stripe } from '@/lib/stripe';

export async function POST(request: Request) {
  const signature = request.headers.get('stripe-signature') ?? '';
  const { data } = stripe.webhooks.constructEvent(await request.text(), signature, secret);
  signal.capture({ distinctId: data.object.client_reference_id, event: 'order_paid' });
  return new Response(null, { status: 204 });
}
`,
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';
import { stripe } from '@/lib/stripe';

// The checkout was created with \`metadata: { sessionId, windowId }\` of the browser's request.
export async function POST(request: Request) {
  const signature = request.headers.get('stripe-signature') ?? '';
  const { data } = stripe.webhooks.constructEvent(await request.text(), signature, secret);
  trackPaid(data.object.client_reference_id, data.object.metadata);
  return new Response(null, { status: 204 });
}

function trackPaid(userId: string, session: SessionInfo) {
  const { sessionId, windowId } = session;
  signal.capture({ distinctId: userId, event: 'order_paid', sessionId, windowId });
}
`,
  },
  'cron-route': {
    path: 'app/api/cron/digest/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function POST() {
  const { count } = await sendDigests();
  signal.capture({ distinctId: 'digest-job', event: 'digests_sent', properties: { count } });
  return Response.json({ count });
}
`,
    after: `
import { signal } from '@/lib/signal-server';

export async function POST() {
  const { count } = await sendDigests();
  // signal-next-ignore-next-line: a cron job has no visitor
  signal.capture({ distinctId: 'digest-job', event: 'digests_sent', properties: { count } });
  return Response.json({ count });
}
`,
  },
  'background-job': {
    path: 'lib/jobs.ts',
    before: `
import { inngest } from '@/lib/inngest';
import { signal } from '@/lib/signal-server';

export const exportOrders = inngest.createFunction(
  { id: 'export-orders' },
  { event: 'orders/export' },
  async ({ event }) => {
    await writeExport(event.data.userId);
    signal.capture({ distinctId: event.data.userId, event: 'orders_exported' });
  },
);
`,
    after: `
import { inngest } from '@/lib/inngest';
import { type SessionInfo, signal } from '@/lib/signal-server';

// Queued with \`data: { userId, session: getSessionInfo(request) }\`.
export const exportOrders = inngest.createFunction(
  { id: 'export-orders' },
  { event: 'orders/export' },
  async ({ event }) => {
    await writeExport(event.data.userId);
    trackExport(event.data.userId, event.data.session);
  },
);

function trackExport(userId: string, session: SessionInfo) {
  const { sessionId, windowId } = session;
  signal.capture({ distinctId: userId, event: 'orders_exported', sessionId, windowId });
}
`,
  },
  'shared-listener': {
    path: 'lib/orders.ts',
    before: `
import { bus } from '@/lib/bus';
import { signal } from '@/lib/signal-server';

let isListening = false;

export function listenForOrders() {
  if (isListening) return;
  isListening = true;
  bus.on('order', (order: { userId: string }) => {
    signal.capture({ distinctId: order.userId, event: 'order_packed' });
  });
}
`,
    after: `
import { bus } from '@/lib/bus';
import { type SessionInfo, signal } from '@/lib/signal-server';

let isListening = false;

// Emitted as \`bus.emit('order', { userId, session: getSessionInfo(request) })\`.
export function listenForOrders() {
  if (isListening) return;
  isListening = true;
  bus.on('order', ({ userId, session }: { userId: string; session: SessionInfo }) => {
    const { sessionId, windowId } = session;
    signal.capture({ distinctId: userId, event: 'order_packed', sessionId, windowId });
  });
}
`,
  },
  'queued-event': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

const queue: { distinctId: string; event: string }[] = [];

export async function POST(request: Request) {
  const { userId } = await request.json();
  queue.push({ distinctId: userId, event: 'order_placed' });
  if (queue.length >= 20) for (const message of queue.splice(0)) signal.capture(message);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

type Message = { distinctId: string; event: string; sessionId?: string; windowId?: string };

const queue: Message[] = [];

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId } = await request.json();
  queue.push({ distinctId: userId, event: 'order_placed', sessionId, windowId });
  if (queue.length >= 20) for (const message of queue.splice(0)) signal.capture(message);
  return Response.json({});
}
`,
  },
  'server-caller': {
    path: 'app/api/internal/usage/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  if (request.headers.get('authorization') !== \`Bearer \${process.env.INTERNAL_TOKEN}\`) {
    return new Response(null, { status: 401 });
  }
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'usage_reported' });
  return new Response(null, { status: 204 });
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

// The calling server passes on the \`x-signal-*\` headers of the request that it answers.
export async function POST(request: Request) {
  if (request.headers.get('authorization') !== \`Bearer \${process.env.INTERNAL_TOKEN}\`) {
    return new Response(null, { status: 401 });
  }
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'usage_reported', sessionId, windowId });
  return new Response(null, { status: 204 });
}
`,
  },
  'oauth-return': {
    path: 'app/auth/callback/route.ts',
    before: `
import { redirect } from 'next/navigation';
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const code = new URL(request.url).searchParams.get('code');
  const user = await signIn(code);
  signal.capture({ distinctId: user.id, event: 'signed_in' });
  redirect('/home');
}
`,
    after: `
import { redirect } from 'next/navigation';

// \`/home\` sends the event from the browser when it sees \`signed-in\`.
export async function GET(request: Request) {
  const code = new URL(request.url).searchParams.get('code');
  await signIn(code);
  redirect('/home?signed-in');
}
`,
  },
  'payment-return': {
    path: 'app/api/checkout/success/route.ts',
    before: `
import { redirect } from 'next/navigation';
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const order = await orderOf(new URL(request.url).searchParams.get('session_id'));
  signal.capture({ distinctId: order.userId, event: 'checkout_finished' });
  redirect('/thanks');
}
`,
    after: `
import { redirect } from 'next/navigation';

// \`/thanks\` sends the event from the browser.
export async function GET(request: Request) {
  await orderOf(new URL(request.url).searchParams.get('session_id'));
  redirect('/thanks');
}
`,
  },
  'server-start': {
    path: 'instrumentation.ts',
    before: `
import { signal } from '@/lib/signal-server';

export function register() {
  signal.capture({ distinctId: 'shop', event: 'server_started' });
}
`,
    after: `
import { signal } from '@/lib/signal-server';

export function register() {
  // signal-next-ignore-next-line: the server itself starts, no visitor is behind it
  signal.capture({ distinctId: 'shop', event: 'server_started' });
}
`,
  },
  'called-by-service': {
    path: 'app/api/uploadthing/core.ts',
    before: `
import { createUploadthing } from 'uploadthing/next';
import { signal } from '@/lib/signal-server';

const f = createUploadthing();

export const router = {
  photo: f({ image: {} })
    .middleware(async () => ({ userId: 'u1' }))
    .onUploadComplete(async ({ metadata }) => {
      signal.capture({ distinctId: metadata.userId, event: 'uploaded' });
    }),
};
`,
    after: `
import { createUploadthing } from 'uploadthing/next';
import { getSessionInfo, signal } from '@/lib/signal-server';

const f = createUploadthing();

export const router = {
  photo: f({ image: {} })
    .middleware(async ({ req }) => ({ userId: 'u1', session: getSessionInfo(req) }))
    .onUploadComplete(async ({ metadata }) => {
      // signal-next-ignore-next-line: the session comes with the metadata
      signal.capture({ distinctId: metadata.userId, event: 'uploaded', ...metadata.session });
    }),
};
`,
  },
  'headers-out-of-reach': {
    path: 'lib/auth.ts',
    before: `
import type { NextAuthOptions } from 'next-auth';
import { signal } from '@/lib/signal-server';

export const authOptions: NextAuthOptions = {
  events: {
    async createUser({ user }) {
      signal.capture({ distinctId: user.id, event: 'signed_up' });
    },
  },
};
`,
    files: {
      'pages/api/auth/[...nextauth].ts': `
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

export default NextAuth(authOptions);
`,
    },
    after: `
import type { NextApiRequest } from 'next';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const authOptions = (req: NextApiRequest) => ({
  events: {
    async createUser({ user }: { user: { id: string } }) {
      const { sessionId, windowId } = getSessionInfo(req);
      signal.capture({ distinctId: user.id, event: 'signed_up', sessionId, windowId });
    },
  },
});
`,
  },
  'action-without-request': {
    path: 'app/actions.ts',
    before: `
'use server';

import { signal } from '@/lib/signal-server';

export async function createOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`,
    files: {
      'scripts/seed.ts': `
import { createOrder } from '../app/actions';

await createOrder('seed');
`,
    },
    after: `
'use server';

import { headers } from 'next/headers';
import { getSessionInfo } from '@/lib/signal-server';
import { saveOrder } from '@/lib/orders';

export async function createOrder(userId: string) {
  await saveOrder(userId, getSessionInfo(await headers()));
}
`,
  },
  'handler-without-request': {
    path: 'lib/orders.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function createOrder(input: { userId: string }) {
  signal.capture({ distinctId: input.userId, event: 'ordered' });
}
`,
    files: {
      'lib/with-body.ts': `
export function withBody<I, R>(run: (input: I) => Promise<R>) {
  return async (request: Request) => Response.json(await run(await request.json()));
}
`,
      'app/api/orders/route.ts': `
import { createOrder } from '@/lib/orders';
import { withBody } from '@/lib/with-body';

export const POST = withBody(createOrder);
`,
      'scripts/renew.ts': `
import { createOrder } from '../lib/orders';

await createOrder({ userId: 'subscriber' });
`,
    },
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';

export async function createOrder(input: { userId: string }, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || input.userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
  },
  'no-request': {
    path: 'lib/orders.ts',
    before: `
import { signal } from '@/lib/signal-server';

function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}

trackOrder('the-nightly-import');
`,
    after: `
import { signal } from '@/lib/signal-server';

function trackOrder(userId: string) {
  // signal-next-ignore-next-line: sent on behalf of the nightly import
  signal.capture({ distinctId: userId, event: 'ordered' });
}

trackOrder('the-nightly-import');
`,
  },
  'client-declared-type': {
    path: 'app/api/order/route.ts',
    before: `
import type { Analytics } from '../../../../../packages/types/src/analytics';
import { signal } from '@/lib/signal-server';

const analytics: Analytics = signal;

export async function POST(request: Request) {
  const { userId } = await request.json();
  analytics.capture({ distinctId: userId, event: 'ordered' });
  return Response.json({});
}
`,
    files: {
      '../../packages/types/src/analytics.ts': `
export interface Analytics {
  capture(event: { distinctId: string; event: string }): void;
}
`,
    },
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    sessionId,
    windowId,
  });
  return Response.json({});
}
`,
  },
  'no-caller': {
    path: 'lib/orders.ts',
    before: `
import { signal } from '@/lib/signal-server';

function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`,
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';

function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
  },
  'calls-not-followed': {
    path: 'lib/orders.ts',
    before: `
import { signal } from '@/lib/signal-server';

export namespace Analytics {
  export function ordered(userId: string) {
    signal.capture({ distinctId: userId, event: 'ordered' });
  }
}
`,
    files: {
      'app/api/order/route.ts': `
import { Analytics } from '@/lib/orders';

export async function POST(request: Request) {
  Analytics.ordered('u1');
  return Response.json({ url: request.url });
}
`,
    },
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';

export function ordered(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
  },
  'result-is-kept': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

let tracker: ((userId: string) => void) | undefined;

function makeTracker(event: string) {
  const track = (userId: string) => signal.capture({ distinctId: userId, event });
  return track;
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  tracker ??= makeTracker('ordered');
  tracker(userId);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

let tracker: ((userId: string, session?: SessionInfo) => void) | undefined;

function makeTracker(event: string) {
  const track = (userId: string, session?: SessionInfo) => {
    const { sessionId, windowId } = session ?? {};
    signal.capture({ distinctId: userId, event, sessionId, windowId });
  };
  return track;
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  tracker ??= makeTracker('ordered');
  tracker(userId, getSessionInfo(request));
  return Response.json({});
}
`,
  },
  'helper-in-table': {
    path: 'app/api/event/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}

const trackers = [trackOrder];

export async function POST(request: Request) {
  const { userId } = await request.json();
  for (const track of trackers) track(userId);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

function trackOrder(userId: string, session?: SessionInfo) {
  const { sessionId, windowId } = session ?? {};
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
}

const trackers = [trackOrder];

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  for (const track of trackers) track(userId, session);
  return Response.json({});
}
`,
  },
  'called-from-browser': {
    path: 'lib/orders.ts',
    before: `
import { signal } from '@/lib/signal-server';

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`,
    files: {
      'app/order-button.tsx': `
'use client';

import { trackOrder } from '@/lib/orders';

export function OrderButton({ userId }: { userId: string }) {
  return <button onClick={() => trackOrder(userId)}>Order</button>;
}
`,
    },
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';

export function trackOrderOnTheServer(userId: string, session?: SessionInfo) {
  const { sessionId, windowId } = session ?? {};
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
}
`,
  },
  'outside-project': {
    path: '../../packages/analytics/src/server.ts',
    before: `
import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`,
    files: {
      'app/api/order/route.ts': `
import { trackOrder } from '../../../../../packages/analytics/src/server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId);
  return Response.json({});
}
`,
    },
    after: `
import { createSignalServer } from 'signal-next/server';

interface SessionInfo {
  sessionId?: string;
  windowId?: string;
  distinctId?: string;
}

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
  },
  'published-package': {
    path: '../../packages/analytics/src/server.ts',
    isPublished: true,
    before: `
import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`,
    files: {
      'app/api/order/route.ts': `
import { trackOrder } from '../../../../../packages/analytics/src/server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId);
  return Response.json({});
}
`,
    },
    after: `
import { createSignalServer, type SessionInfo } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
  },
  'exported-helper': {
    path: 'lib/orders.ts',
    before: `
import { signal } from '@/lib/signal-server';

export function trackOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`,
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';

export function trackOrder(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
  },
  'helper-passed-as-value': {
    path: 'app/api/invite/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

function trackInvite(userId: string) {
  signal.capture({ distinctId: userId, event: 'invited' });
}

export async function POST(request: Request) {
  const userIds: string[] = await request.json();
  userIds.forEach(trackInvite);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

function trackInvite(userId: string, session?: SessionInfo) {
  const { sessionId, windowId } = session ?? {};
  signal.capture({ distinctId: userId, event: 'invited', sessionId, windowId });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const userIds: string[] = await request.json();
  userIds.forEach((userId) => trackInvite(userId, session));
  return Response.json({});
}
`,
  },
  'helper-rest-parameter': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

function track(event: string, ...tags: string[]) {
  signal.capture({ distinctId: 'shop', event, properties: { tags } });
}

export async function POST() {
  track('ordered', 'plants');
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

function track({ sessionId, windowId }: SessionInfo, event: string, ...tags: string[]) {
  signal.capture({ distinctId: 'shop', event, properties: { tags }, sessionId, windowId });
}

export async function POST(request: Request) {
  track(getSessionInfo(request), 'ordered', 'plants');
  return Response.json({});
}
`,
  },
  'helper-reads-arguments': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

function track(userId: string, event?: string) {
  const name = arguments.length === 1 ? 'visited' : String(event);
  signal.capture({ distinctId: userId, event: name });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

function track(userId: string, event = 'visited', session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId, undefined, getSessionInfo(request));
  return Response.json({});
}
`,
  },
  'helper-declared-type': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

type Track = (...ids: [string, string?]) => void;

const track: Track = (userId) => {
  signal.capture({ distinctId: userId, event: 'ordered' });
};

export async function POST(request: Request) {
  track((await request.json()).userId);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

type Track = (userId: string, session?: SessionInfo) => void;

const track: Track = (userId, session?: SessionInfo) => {
  const { sessionId, windowId } = session ?? {};
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
};

export async function POST(request: Request) {
  track((await request.json()).userId, getSessionInfo(request));
  return Response.json({});
}
`,
  },
  'object-or-class-method': {
    path: 'lib/analytics.ts',
    before: `
import { signal } from '@/lib/signal-server';

export class Visit {
  constructor(userId: string) {
    signal.capture({ distinctId: userId, event: 'visited' });
  }
}
`,
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';

export class Visit {
  constructor(private userId: string) {}

  track(session?: SessionInfo) {
    const { sessionId, windowId } = session ?? {};
    signal.capture({ distinctId: this.userId, event: 'visited', sessionId, windowId });
  }
}
`,
  },
  'not-async': {
    path: 'app/orders/page.tsx',
    before: `
import { signal } from '@/lib/signal-server';

export default function Page() {
  function reorder(form: FormData) {
    'use server';
    signal.capture({ distinctId: String(form.get('user')), event: 'reordered' });
  }
  return <form action={reorder} />;
}
`,
    after: `
import { headers } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default function Page() {
  async function reorder(form: FormData) {
    'use server';
    const { sessionId, windowId } = getSessionInfo(await headers());
    signal.capture({ distinctId: String(form.get('user')), event: 'reordered', sessionId, windowId });
  }
  return <form action={reorder} />;
}
`,
  },
  'library-callback': {
    path: 'lib/orders.ts',
    before: `
import { onOrder } from 'shop-events';
import { signal } from '@/lib/signal-server';

onOrder((order) => {
  signal.capture({ distinctId: order.userId, event: 'ordered' });
});
`,
    after: `
import { onOrder } from 'shop-events';
import { type SessionInfo, signal } from '@/lib/signal-server';

// The session travels with the order that the route puts on the bus.
onOrder((order: { userId: string }, session?: SessionInfo) => {
  const { sessionId, windowId } = session ?? {};
  signal.capture({ distinctId: order.userId, event: 'ordered', sessionId, windowId });
});
`,
  },
  'trpc-context-unknown': {
    path: 'server/trpc.ts',
    before: `
import type { Context } from '@acme/context';
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';

const t = initTRPC.context<Context>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'ordered' });
  }),
});
`,
    after: `
import { initTRPC } from '@trpc/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({
  userId: 'u1',
  headers: opts.headers,
});

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    const { sessionId, windowId } = getSessionInfo(ctx.headers);
    signal.capture({ distinctId: ctx.userId, event: 'ordered', sessionId, windowId });
  }),
});
`,
  },
  'trpc-context-without-request': {
    path: 'server/trpc.ts',
    before: `
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';

export const createContext = async () => ({ userId: 'u1' });

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'ordered' });
  }),
});
`,
    after: `
import { initTRPC } from '@trpc/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({
  userId: 'u1',
  headers: opts.headers,
});

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    const { sessionId, windowId } = getSessionInfo(ctx.headers);
    signal.capture({ distinctId: ctx.userId, event: 'ordered', sessionId, windowId });
  }),
});
`,
  },
  'trpc-context-declared': {
    path: 'server/trpc.ts',
    before: `
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';

export const createContext = (opts: { headers: Headers }) =>
  ({ userId: 'u1' }) satisfies { userId: string };

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'ordered' });
  }),
});
`,
    after: `
import { initTRPC } from '@trpc/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({
  userId: 'u1',
  headers: opts.headers,
});

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    const { sessionId, windowId } = getSessionInfo(ctx.headers);
    signal.capture({ distinctId: ctx.userId, event: 'ordered', sessionId, windowId });
  }),
});
`,
  },
  'trpc-context-made-elsewhere': {
    path: 'server/trpc.ts',
    before: `
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({ userId: 'u1' });

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'ordered' });
  }),
});
`,
    files: {
      'server/report.ts': `
import { orders } from './trpc';

export const caller = orders.createCaller({ userId: 'nightly' });
`,
    },
    after: `
import { initTRPC } from '@trpc/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({
  userId: 'u1',
  headers: opts.headers,
});

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    const { sessionId, windowId } = getSessionInfo(ctx.headers);
    signal.capture({ distinctId: ctx.userId, event: 'ordered', sessionId, windowId });
  }),
});
`,
  },
  'trpc-context-other-package': {
    path: 'server/trpc.ts',
    before: `
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';
import { createContext } from '../../../packages/api/context';

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'ordered' });
  }),
});
`,
    files: {
      '../../packages/api/context.ts': `
export const createContext = async (opts: { headers: Headers }) => ({ userId: 'u1' });
`,
    },
    after: `
import { initTRPC } from '@trpc/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({
  userId: 'u1',
  headers: opts.headers,
});

const t = initTRPC.context<typeof createContext>().create();

export const orders = t.router({
  create: t.procedure.mutation(async ({ ctx }) => {
    const { sessionId, windowId } = getSessionInfo(ctx.headers);
    signal.capture({ distinctId: ctx.userId, event: 'ordered', sessionId, windowId });
  }),
});
`,
  },
  'trpc-resolver-parameter': {
    path: 'server/trpc.ts',
    before: `
import { initTRPC } from '@trpc/server';
import { signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({ userId: 'u1', ...opts });

const t = initTRPC.context<typeof createContext>().create();

type Options = { ctx: { userId: string } };

async function createOrder({ ctx }: Options) {
  signal.capture({ distinctId: ctx.userId, event: 'ordered' });
}

export const orders = t.router({ create: t.procedure.mutation(createOrder) });
`,
    after: `
import { initTRPC } from '@trpc/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const createContext = async (opts: { headers: Headers }) => ({ userId: 'u1', ...opts });

const t = initTRPC.context<typeof createContext>().create();

type Options = { ctx: { userId: string; headers: Headers } };

async function createOrder({ ctx }: Options) {
  const { sessionId, windowId } = getSessionInfo(ctx.headers);
  signal.capture({ distinctId: ctx.userId, event: 'ordered', sessionId, windowId });
}

export const orders = t.router({ create: t.procedure.mutation(createOrder) });
`,
  },
  'no-request-parameter': {
    path: 'pages/api/order.ts',
    before: `
import { withUser } from '@/lib/with-user';
import { signal } from '@/lib/signal-server';

export default withUser(async (user) => {
  signal.capture({ distinctId: user.id, event: 'ordered' });
});
`,
    after: `
import { withUser } from '@/lib/with-user';
import { getSessionInfo, signal } from '@/lib/signal-server';

// \`withUser\` hands the request to its callback as well.
export default withUser(async (user, req) => {
  const { sessionId, windowId } = getSessionInfo(req);
  signal.capture({ distinctId: user.id, event: 'ordered', sessionId, windowId });
});
`,
  },
  'spread-arguments': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const payload: [{ distinctId: string; event: string }] = await request.json();
  signal.capture(...payload);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const [event]: [{ distinctId: string; event: string }] = await request.json();
  signal.capture({ ...event, sessionId, windowId });
  return Response.json({});
}
`,
  },
  'surplus-arguments': {
    path: 'lib/analytics.ts',
    before: `
import { signal } from '@/lib/signal-server';

export function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}
`,
    files: {
      'app/api/order/route.ts': `
import { track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId, order } = await request.json();
  track(userId, order);
  return Response.json({});
}
`,
    },
    after: `
import { type SessionInfo, signal } from '@/lib/signal-server';

export function track(userId: string, order: { total: number }, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    properties: { total: order.total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
`,
  },
  'session-left-out': {
    path: 'lib/analytics.ts',
    before: `
import { signal } from '@/lib/signal-server';

export function track(userId: string, sessionId?: string, windowId?: string) {
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
}
`,
    files: {
      'app/api/order/route.ts': `
import { track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId);
  return Response.json({});
}
`,
    },
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

function track(userId: string, sessionId?: string, windowId?: string) {
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
}

export async function trackOrder(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId } = await request.json();
  track(userId, sessionId, windowId);
}
`,
  },
  'missing-arguments': {
    path: 'app/api/account/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.setPersonProperties(userId);
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId, city } = await request.json();
  signal.setPersonProperties(userId, { city }, sessionId, windowId);
  return Response.json({});
}
`,
  },
  'foreign-session-id': {
    path: 'app/api/chat/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, chat } = await request.json();
  signal.capture({ distinctId: userId, event: 'message_sent', sessionId: chat.sessionId });
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId, chat } = await request.json();
  signal.capture({
    distinctId: userId,
    event: 'message_sent',
    properties: { chatSessionId: chat.sessionId },
    sessionId,
    windowId,
  });
  return Response.json({});
}
`,
  },
  'misspelled-session-header': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({
    distinctId: userId,
    event: 'ordered',
    sessionId: request.headers.get('x-signal-session') ?? undefined,
    windowId: request.headers.get('x-signal-window-id') ?? undefined,
  });
  return Response.json({});
}
`,
    after: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({
    distinctId: userId,
    event: 'ordered',
    sessionId: request.headers.get('x-signal-session-id') ?? undefined,
    windowId: request.headers.get('x-signal-window-id') ?? undefined,
  });
  return Response.json({});
}
`,
  },
  'held-session-id': {
    path: 'app/api/events/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.capture(await request.json());
  return new Response(null, { status: 204 });
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const message = await request.json();
  signal.capture({
    ...message,
    sessionId: message.sessionId ?? sessionId,
    windowId: message.windowId ?? windowId,
  });
  return new Response(null, { status: 204 });
}
`,
  },
  'detached-method': {
    path: 'app/api/order/route.ts',
    before: `
import { signal } from '@/lib/signal-server';

const { capture } = signal;

export async function POST(request: Request) {
  capture({ distinctId: (await request.json()).userId, event: 'ordered' });
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.capture({ distinctId: (await request.json()).userId, event: 'ordered', sessionId, windowId });
  return Response.json({});
}
`,
  },
  'reader-out-of-reach': {
    path: 'app/api/order/route.ts',
    context: { reader: undefined },
    before: `
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.capture({ distinctId: (await request.json()).userId, event: 'ordered' });
  return Response.json({});
}
`,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

// \`init\` has put getSessionInfo into the Signal module.
export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.capture({ distinctId: (await request.json()).userId, event: 'ordered', sessionId, windowId });
  return Response.json({});
}
`,
  },
  'type-check-failed': {
    path: 'app/api/order/route.ts',
    context: {
      takenBack: [{ path: 'app/api/order/route.ts', end: TOO_NARROW.indexOf(';\n  return'), places: [] }],
    },
    before: TOO_NARROW,
    after: `
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const { sessionId, windowId } = getSessionInfo(request);
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
  return Response.json({});
}
`,
  },
};
