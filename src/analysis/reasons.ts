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
      'Send the event from a Server Action, a route handler or the browser, as a render is not a page view; `--include server-components` forwards it where the page is rendered for each request already.',
  },
  webhook: {
    title: 'answers a webhook',
    why: "Another service's server sends this request, so the browser's x-signal headers never arrive with it.",
    instead:
      "Store the session with the order or user when the browser's request makes it, and pass it from there; `--include webhooks` forwards the headers nevertheless.",
  },
  'cron-route': {
    title: 'is called by a scheduler',
    why: 'A cron job has no visitor, so there is no session that its events could join.',
    instead: 'Leave it as it is; `--include webhooks` forwards the headers nevertheless.',
  },
  'background-job': {
    title: 'runs in a background job',
    why: "A queue or workflow runs this after the visitor's request, and without its headers.",
    instead: "Put the session into the job's payload where it is queued, and pass it from there.",
  },
  'shared-listener': {
    title: 'goes on listening after the request',
    why: "It is registered on something that all requests share, so it is called for later visitors too, and one visitor's session would go along with the events of all.",
    instead:
      'Send the session along with what is listened for (a message, an event) and take it from there; nothing is to be done where no visitor is behind it.',
  },
  'queued-event': {
    title: 'sends what was queued before',
    why: 'What the call sends is taken from a collection that all requests share, so the session of the visitor who happens to come by would go along with the events of others.',
    instead:
      'Put the `sessionId` and `windowId` of `getSessionInfo(request)` into what is queued, where the request is at hand, and let the call send them along.',
  },
  'server-caller': {
    title: 'is called by another server',
    why: "The caller has to know a secret of the server's environment, which no browser does, so no x-signal headers arrive.",
    instead:
      'Let the calling server pass the `x-signal-*` headers on, then run migrate with `--include webhooks`.',
  },
  'oauth-return': {
    title: 'answers a return from a sign-in provider',
    why: 'The browser comes back by loading a document, and a document load carries no x-signal headers.',
    instead:
      'Send the event from the page that the person lands on; or run `init --with-proxy`, which fills the headers from a cookie, then migrate with `--include webhooks`.',
  },
  'payment-return': {
    title: 'answers a return from a payment page',
    why: 'The browser comes back by loading a document, and a document load carries no x-signal headers.',
    instead:
      'Send the event from the page that the person lands on; or run `init --with-proxy`, which fills the headers from a cookie, then migrate with `--include webhooks`.',
  },
  'server-start': {
    title: 'runs when the server starts',
    why: '`register` of the instrumentation file runs once, before any request.',
    instead: 'Send the event from where a request is handled, or suppress it with a comment.',
  },
  'called-by-service': {
    title: 'is called by a service',
    why: 'A queue, a workflow engine, an upload service or an agent calls this function, and its requests never carry the headers of the browser.',
    instead:
      'Put the ids into the payload where the work is started, `...getSessionInfo(request)`, and pass them to the call from there.',
  },
  'headers-out-of-reach': {
    title: 'headers() cannot be called here',
    why: 'The function is given no request, and code of the Pages Router runs it or imports its file, where `headers()` throws and an import of `next/headers` may fail the build.',
    instead:
      'Make the function where the request is at hand, as in `NextAuth(req, res, { … })` inside the API route, and give the call `...getSessionInfo(req)`.',
  },
  'action-without-request': {
    title: 'the action is also called without a request',
    why: 'Code on the server calls this exported function of a `use server` file as it is: from a script, a cached function, or for a page that is, or may be, rendered ahead of time. Reading the headers in it throws there, or makes the page dynamic.',
    instead:
      'Move what both do into a function that takes `session?: SessionInfo`; call that with `getSessionInfo(await headers())` in the action, and without a session from the other places.',
  },
  'handler-without-request': {
    title: 'the function is also called without a request',
    why: 'A wrapper runs this function for requests without handing it the request, and other code calls it, may call it, or passes it on, as it is: a script, a test, a job, or a page that is, or may be, rendered ahead of time. Reading the headers in it throws there, or makes the page dynamic.',
    instead:
      'Give the function a last parameter `session?: SessionInfo`, let the wrapper pass `getSessionInfo(request)` for it, and leave the other places as they are.',
  },
  'no-request': {
    title: 'no request reaches it',
    why: 'The call stands in a function that is only called from where there is no request, such as a script, a job or module scope.',
    instead:
      'Nothing is to be done where no visitor is behind the event; otherwise pass `getSessionInfo(request)` to it from the function that has the request.',
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
  'helper-reads-arguments': {
    title: 'the helper reads its `arguments`',
    why: 'The function that makes the call looks at `arguments`, of which a session that is passed to it would become one.',
    instead:
      'Name what it takes as parameters, with a last one `session?: SessionInfo`, and pass `getSessionInfo(request)` from the callers.',
  },
  'helper-declared-type': {
    title: 'the helper has a declared type',
    why: 'The function is an overload or its variable has a type of its own, which a new parameter would not fit.',
    instead: 'Add `session?: SessionInfo` to that type and to the function, and pass it from the callers.',
  },
  'result-is-kept': {
    title: 'what the function makes is kept',
    why: "The result of the function that holds the call is stored for later requests, so one visitor's session would go along with the events of all.",
    instead:
      'Read the session where the call is made, at the time of each request, and not where the result is built.',
  },
  'helper-in-table': {
    title: 'the helper is stored in a table',
    why: 'The function that makes the call is kept in a list or looked up by a computed key, so what it is called with cannot be seen.',
    instead:
      'Give every function of the table a last parameter `session?: SessionInfo` and pass it where the table is used.',
  },
  'object-or-class-method': {
    title: 'stands in a constructor, an accessor or a method without a fixed name',
    why: 'Such a function cannot be given one more parameter, or its callers cannot be found by its name.',
    instead: 'Move the call into a method with a name, or pass the session to it by hand.',
  },
  'called-from-browser': {
    title: 'the helper is called from the browser too',
    why: 'The function that makes the call is also called in client modules, where there is no request to read a session from.',
    instead:
      'Keep the server part in a function of its own, and use `useSignal()` from the client entry in the browser.',
  },
  'outside-project': {
    title: 'belongs to another package',
    why: 'The function that makes the call is part of another package of the workspace or was left out of this run, and only the chosen files of the app are changed.',
    instead:
      'Run again with `--include workspace-packages`, which changes packages marked `"private": true` too; or give it a last parameter `session?: SessionInfo` by hand and pass `getSessionInfo(request)` from the app.',
  },
  'published-package': {
    title: 'belongs to a package that can be published',
    why: 'The function that makes the call is part of a package of the workspace that is not marked `"private": true`, so others may install and call it.',
    instead:
      'Mark the package private if nobody else uses it, and run migrate again with `--include workspace-packages`; otherwise give the function a last parameter for the session by hand.',
  },
  'client-declared-type': {
    title: 'the client has a type without the ids',
    why: 'The client is declared with a type of another package or of a file that was left out of this run, and that type lets no event carry the ids.',
    instead:
      'Add `sessionId?: string` and `windowId?: string` to what that type says of an event, and run migrate again.',
  },
  'no-caller': {
    title: 'no call of it was found',
    why: 'No call of the function that makes the call was found in the app, so no request reaches it.',
    instead:
      'Where a framework calls it, or code that cannot be followed, give it a last parameter `session?: SessionInfo`, or read the session in it, by hand; remove it if it is dead.',
  },
  'calls-not-followed': {
    title: 'its calls are not followed',
    why: 'The function that makes the call stands in a `namespace`, through which calls are not followed, so whether a request reaches it cannot be told.',
    instead:
      'Move the function out of the namespace and run migrate again; or give it a last parameter `session?: SessionInfo` by hand and pass `getSessionInfo(request)` from the callers.',
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
      'Where it runs inside a request, read the session in it: `const { sessionId, windowId } = getSessionInfo(await headers())`, or from the request that it is given.',
  },
  'no-request-parameter': {
    title: 'the request cannot be told from the parameters',
    why: 'The function does not receive the request in a way that can be recognised.',
    instead: 'Pass the request to this function, then give the call the ids of `getSessionInfo(request)`.',
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
    why: 'The context lacks the headers of the request, and it is made in another package of the workspace or in a file that was left out of this run; neither is written to.',
    instead: 'Add `headers: opts.headers` to the context there, and run migrate again.',
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
  'surplus-arguments': {
    title: 'the call passes more than the helper takes',
    why: 'Where the session would go, a call of the helper passes something else already, for which the helper has no parameter.',
    instead:
      'Take that argument out, or give the helper a parameter for it, and run migrate again; a session in its place may stay.',
  },
  'session-left-out': {
    title: 'the ids are left out',
    why: 'The function that makes the Signal call takes `sessionId` and `windowId` from its callers, and a call of it in a request gives nothing, or `undefined`, in the place of one or both.',
    instead: 'Give that call the `sessionId` and `windowId` of `getSessionInfo(request)`.',
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
  'misspelled-session-header': {
    title: 'the name of the header is misspelled',
    why: 'The id that the call passes is read from a header whose name is almost, but not quite, one that the browser sends.',
    instead:
      'Write the name as the browser sends it, `x-signal-session-id` or `x-signal-window-id`; an id that is meant to be another one belongs into `properties`.',
  },
  'held-session-id': {
    title: 'what is passed may hold a session id',
    why: 'The call passes on a value that may hold a sessionId or windowId already, and that has no name by which these could be kept.',
    instead: 'Give the value a name, `const message = …`, pass that on, and run migrate again.',
  },
  'detached-method': {
    title: 'the method is detached from its client',
    why: 'The method was taken off the client and is called by itself.',
    instead: 'Call it on the client, `signal.capture(…)`, and run migrate again.',
  },
  'reader-out-of-reach': {
    title: 'getSessionInfo cannot be imported here',
    why: 'There is no Signal module that this file could import getSessionInfo from; a file of another package can import it only from `signal-next`, and `headers` only from `next`, where its package.json lists them.',
    instead:
      'Run `signal-next init`, or add what is missing to the dependencies of the package; then migrate again.',
  },
  'type-check-failed': {
    title: 'the types did not hold',
    why: "With this call rewritten, the project's own TypeScript reported an error that was not there before, so the rewrite was taken back.",
    instead:
      'Let the type take `sessionId` and `windowId` and run migrate again. `check` does not run TypeScript and goes on counting the call as fixable; a comment `// signal-next-ignore-next-line: <reason>` above it leaves it as it is for good.',
  },
} as const satisfies Record<string, Reason>;

export const REASON_IDS = Object.keys(REASONS) as ReasonId[];

export function reasonText(id: ReasonId): Reason {
  return REASONS[id];
}
