import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

/** As the page's `useSignal()` gives them, and as events carry them. */
export interface Ids {
  readonly sessionId: string;
  readonly windowId: string;
  readonly distinctId: string;
}

/** A person with a browser profile of their own. */
export interface Visitor {
  readonly context: BrowserContext;
  /** What went wrong in any tab since the last call: console messages, errors, failed requests. */
  complaints(): string[];
  /** Opens a tab at `path`. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface VisitorOptions {
  readonly origin: string;
  /** Laid over the options of the app's provider. */
  readonly signal?: Record<string, unknown>;
  readonly javaScript?: boolean;
}

export async function newVisitor(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: options.origin,
    javaScriptEnabled: options.javaScript ?? true,
  });
  context.setDefaultTimeout(20_000);
  if (options.signal)
    await context.addInitScript(`window.marketOptions = ${JSON.stringify(options.signal)};`);
  let complaints: string[] = [];
  const complain = (text: string) => complaints.push(text);

  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complain(`error: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    if (!isCancelledByNext(request) && !isScriptTurnedOff(request)) {
      complain(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`);
    }
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complain(`status ${response.status()}: ${response.url()}`);
  });

  return {
    context,
    complaints() {
      const found = complaints;
      complaints = [];
      return found;
    },
    async open(path) {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    close: () => context.close(),
  };
}

/**
 * What Next.js cancels itself, with Signal or without: prefetches whose document is left, and the rest of the response to
 * a Server Action once it has the result (16).
 */
function isCancelledByNext(request: Request): boolean {
  const headers = request.headers();
  const own = ['next-router-prefetch', 'next-action'].some((name) => name in headers);
  return (own || headers.purpose === 'prefetch') && request.failure()?.errorText === 'net::ERR_ABORTED';
}

/** The browser's word for a script that it does not load because JavaScript is off. */
function isScriptTurnedOff(request: Request): boolean {
  return request.resourceType() === 'script' && request.failure()?.errorText === 'csp';
}

/** The ids that the page shows once it is hydrated. */
export async function idsOf(page: Page): Promise<Ids> {
  const text = async (name: string) => (await page.getByTestId(name).textContent()) ?? '';
  return {
    sessionId: await text('session'),
    windowId: await text('window'),
    distinctId: await text('person'),
  };
}

/** Resolves when the page loads nothing any more, so that leaving it cuts nothing off. */
export function settled(page: Page): Promise<void> {
  return page.waitForLoadState('networkidle');
}
