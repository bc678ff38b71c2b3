import type { RouterFolders } from './route-files.js';

/** What a route's URL says about who requests it; `none` where it says nothing. */
export type PathCaller = 'webhook' | 'cron' | 'provider-callback' | 'callback' | 'payment-return' | 'none';

/** Segments behind `webhooks` under which an app manages its own: those are requests of its pages. */
const MANAGING =
  /^(?:new|add|create|edit|update|delete|remove|list|manage|settings|config|configure|register|subscribe|toggle|test|retry|replay|rotate|logs|deliveries)$/;

const PAYMENT =
  /^(?:stripe|checkout|payments?|billing|portal|paypal|mollie|paddle|polar|razorpay|lemon-?squeezy|subscriptions?|subscribe)$/;

const RETURN = /^(?:success|return|completed?|confirm(?:ed|ation)?|cancel(?:l?ed)?|callback)$/;

/**
 * Reads the URL of the route or API file `path`, group folders left out.
 * @param routed the path that a router in the file has for the handler.
 */
export function pathCaller(path: string, { app, pages }: RouterFolders, routed = ''): PathCaller {
  const segments = [...segmentsOf(path, [app, pages]), ...routed.split('/').filter((one) => one !== '')];
  if (segments.some((segment) => /^cron(?:s|-?jobs?)?$/.test(segment))) return 'cron';
  const hook = segments.findIndex(isHook);
  const behind = segments.slice(hook + 1);
  if (hook !== -1 && !behind.some((segment) => MANAGING.test(segment))) return 'webhook';
  const leaf = segments.at(-1) ?? '';
  // `stripe/checkout-return` as well as `stripe/checkout/return`.
  const words = segments.flatMap((segment) => segment.split('-'));
  if (RETURN.test(words.at(-1) ?? '') && words.slice(0, -1).some((word) => PAYMENT.test(word)))
    return 'payment-return';
  const callback = segments.indexOf('callback');
  if (callback === -1 || segments.length - callback > 2 || MANAGING.test(leaf)) return 'none';
  // `github/callback`, `callback/[provider]`; a bare `api/callback` may be a phone's.
  const of = segments.filter((segment) => segment !== 'callback' && segment !== 'api');
  return of.length > 0 ? 'provider-callback' : 'callback';
}

/** `webhooks`, `stripe-webhook`, `stripeWebhook`, `hooks`; not `webhook-settings`. */
function isHook(segment: string): boolean {
  return (
    /(?:^|[-_])web-?hooks?$/.test(segment) || /[a-z]Webhooks?$/.test(segment) || /^hooks?$/.test(segment)
  );
}

function segmentsOf(path: string, folders: readonly (string | undefined)[]): string[] {
  const folder = folders.find((one) => one !== undefined && path.startsWith(`${one}/`));
  const route = path.slice(folder === undefined ? 0 : folder.length + 1).replace(/\.[^/]*$/, '');
  return route
    .split('/')
    .filter((segment) => !/^\(.*\)$/.test(segment))
    .filter((segment, index, all) => index < all.length - 1 || !/^(?:route|index)$/.test(segment));
}
