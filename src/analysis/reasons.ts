/** Why a Signal call is left as it is. One enum, one table: terminal, JSON and docs all read it from here. */
export type ReasonId = keyof typeof REASONS;

export interface Reason {
  /** A short heading. */
  readonly title: string;
  /** One sentence: what stands in the way. */
  readonly why: string;
  /** What to do by hand. */
  readonly instead: string;
}

const REASONS = {
  'module-scope': {
    title: 'runs when the module loads',
    why: 'There is no request at module scope, so there is no session to forward.',
    instead: 'Move the call into the function that handles the request.',
  },
  'client-component': {
    title: 'stands in a client module',
    why: 'A file with "use client" runs in the browser, where the server client does not belong.',
    instead: 'Use `useSignal()` from the client entry there, or move the call to a Server Action.',
  },
  'cached-function': {
    title: 'runs inside a cache',
    why: 'A cached function runs for many visitors; headers cannot be read in it and a session passed in would become part of the cache key.',
    instead: 'Make the Signal call outside the cached function, where the request is at hand.',
  },
  'static-generation': {
    title: 'runs at build time',
    why: 'getStaticProps, getStaticPaths and generateStaticParams have no request.',
    instead: 'Send the event from the browser, or from a route handler or API route that the page calls.',
  },
  'static-route': {
    title: 'would make a static route dynamic',
    why: 'Reading the request headers here would turn a response that Next.js caches into one that is rendered for each request, or read nothing at all.',
    instead:
      'Send the event from the browser or from a non-GET handler; or make the route dynamic on purpose and run migrate again.',
  },
  'server-component': {
    title: 'stands in a server component',
    why: 'Reading headers in a page, layout or generateMetadata makes the whole route dynamic, and fails the build under Cache Components.',
    instead:
      'Send the event from a Server Action, a route handler or the browser; a render is not a page view.',
  },
  'unsupported-scope': {
    title: 'stands in a kind of request scope that is not rewritten yet',
    why: 'Proxy, middleware, instrumentation and getInitialProps are not rewritten by this version.',
    instead: 'Pass the ids by hand: `...getSessionInfo(request)` gives them where the request is at hand.',
  },
  'no-request': {
    title: 'no request scope in this file reaches it',
    why: 'The call stands in a function that no request scope of the same file calls, so the session has to be handed down from elsewhere.',
    instead:
      'Give the function a last parameter `session?: SessionInfo`, use it in the call, and pass `getSessionInfo(request)` where it is called.',
  },
  'exported-helper': {
    title: 'the helper is exported',
    why: 'The function that makes the call is exported, so its callers cannot all be seen from this file.',
    instead:
      'Add a last parameter `session?: SessionInfo` by hand and pass `getSessionInfo(request)` from the callers.',
  },
  'helper-passed-as-value': {
    title: 'the helper is passed around as a value',
    why: 'The function that makes the call is used as a callback or stored, so a new parameter could receive something else.',
    instead:
      'Call it in an arrow function, `(item) => track(item, session)`, and give it a `session` parameter.',
  },
  'helper-rest-parameter': {
    title: 'the helper takes rest arguments',
    why: 'Nothing can be added after a rest parameter.',
    instead: 'Put a `session` parameter before the rest parameter and pass it from the callers.',
  },
  'helper-declared-type': {
    title: 'the helper has a declared type',
    why: 'The function is an overload or its variable has a type of its own, which a new parameter would not fit.',
    instead: 'Add `session?: SessionInfo` to that type and to the function, and pass it from the callers.',
  },
  'object-or-class-method': {
    title: 'stands in a method',
    why: 'The callers of an object or class method cannot be seen from this file.',
    instead: 'Give the method a last parameter `session?: SessionInfo` and pass it from the callers.',
  },
  'not-async': {
    title: 'the function is not async',
    why: 'The session can only be had with `await headers()` here, and making the function async would change what its callers get.',
    instead: 'Make the function async and await it where it is called, then run migrate again.',
  },
  'library-callback': {
    title: 'is called back by other code',
    why: 'The function is handed over, by itself or in an object, and whoever receives it decides what it is called with.',
    instead:
      'Where it runs inside a request, read the session in it: `...getSessionInfo(await headers())`, or from the request that it is given.',
  },
  'no-request-parameter': {
    title: 'the request cannot be told from the parameters',
    why: 'The function does not receive the request in a way that can be recognised.',
    instead: 'Pass the request to this function, then give the call `...getSessionInfo(request)`.',
  },
  'trpc-context-unknown': {
    title: 'the tRPC context cannot be followed',
    why: 'What the context of this procedure holds, or the function that makes it, cannot be told from the source of the project.',
    instead:
      'Put `headers` of the request into the context, then give the call `...getSessionInfo(ctx.headers)`.',
  },
  'trpc-context-without-request': {
    title: 'the tRPC context is made without the request',
    why: 'The function that makes the context of this procedure is given neither the request nor its headers.',
    instead:
      'Hand the request to the function that makes the context, put `headers: req.headers` into it, and run migrate again.',
  },
  'trpc-context-declared': {
    title: 'the tRPC context has a type that cannot take a key',
    why: 'The type that the context is declared with is not an object type of the project in which `headers` could be added.',
    instead:
      'Add `headers` to the type of the context and to the function that makes it, and run migrate again.',
  },
  'trpc-context-made-elsewhere': {
    title: 'the tRPC context is also made by hand',
    why: 'Another place of the project, such as a caller in a test, writes the whole context out and would lack the headers.',
    instead:
      'Add `headers` to every context that is made, or make it optional in the type, and run migrate again.',
  },
  'trpc-context-other-package': {
    title: 'the tRPC context is made in another package',
    why: 'The context lacks the headers of the request, and it is made in another package of the workspace, which is not written to.',
    instead: 'Add `headers: opts.headers` to the context in that package, and run migrate again.',
  },
  'trpc-resolver-parameter': {
    title: 'the resolver has a type of its own',
    why: 'The parameter of the resolver is declared with a type in which the context has no request.',
    instead: 'Declare its `ctx` with the type of the whole context, and run migrate again.',
  },
  'spread-arguments': {
    title: 'the arguments are spread',
    why: 'With spread arguments there is no telling where the session would land.',
    instead: 'Write the arguments out and run migrate again.',
  },
  'missing-arguments': {
    title: 'required arguments are missing',
    why: 'The call has fewer arguments than the method needs, so the session cannot be put in its place.',
    instead: 'Add the missing arguments and run migrate again.',
  },
  'foreign-session-id': {
    title: 'another session id is passed',
    why: 'The call already passes a sessionId or windowId that does not come from the x-signal headers; replacing it is not for a tool to decide.',
    instead: 'Move the other id into `properties`, and run migrate again.',
  },
  'detached-method': {
    title: 'the method is detached from its client',
    why: 'The method was taken off the client and is called by itself.',
    instead: 'Call it on the client, `signal.capture(…)`, and run migrate again.',
  },
  'reader-out-of-reach': {
    title: 'getSessionInfo cannot be imported here',
    why: 'There is no Signal module in this project that this file could import getSessionInfo from.',
    instead: 'Run `signal-next init`, then migrate again.',
  },
} as const satisfies Record<string, Reason>;

export function reasonText(id: ReasonId): Reason {
  return REASONS[id];
}
