import { optionsSnippet } from '../../transforms/tracing-headers/provider-option.js';
import type { OffBy, ProviderSite } from '../analysis/provider/find-provider.js';
import type { Finding } from './finding.js';

const OFF: Readonly<Record<OffBy, string>> = {
  switch: 'switched off',
  'empty-list': 'a list without hosts',
  text: 'a text and not a list of hosts',
};

/** What is wrong with one rendered `SignalNextProvider`; undefined when it sends the session headers. */
export function providerFinding(site: ProviderSite): Finding | undefined {
  const { option, path, start, end } = site;
  const at = { path, start, end, labels: [] };
  switch (option.kind) {
    case 'enabled':
    case 'dynamic':
      return undefined;
    case 'missing':
      return {
        ...at,
        ...notSet(option.insertInto.some(({ before }) => before !== undefined)),
        rule: 'provider-without-tracing-headers',
        severity: 'error',
        labels: option.insertInto
          .filter((target) => target.path !== path || target.start < start || target.start > end)
          .map((target) => ({
            path: target.path,
            start: target.start,
            end: target.start + 1,
            text: 'the options are written here',
          })),
        fixedBy: 'init',
        help: undefined,
      };
    case 'disabled':
      return {
        ...at,
        rule: 'provider-tracing-disabled',
        severity: 'warning',
        path: option.path,
        start: option.start,
        end: option.end,
        message: `addTracingHeaders is ${OFF[option.by]} in ${option.path}, so no server event can join the browser's session.`,
        labelText: option.by === 'switch' ? 'switched off here' : 'no request is marked',
        fixedBy: undefined,
        help: 'If that is not on purpose, run `npx signal-next init --force`.',
      };
    case 'unfollowable':
      return {
        ...at,
        rule: 'provider-refused',
        severity: 'warning',
        message: `The options of SignalNextProvider cannot be followed, because ${option.why}.`,
        labelText: 'whether this sends the session headers is not known',
        fixedBy: undefined,
        help: `Set it at the element: ${optionsSnippet(site.optionsText, [{ name: 'addTracingHeaders', value: { kind: 'all' } }])}`,
      };
  }
}

/** @param isSpread whether something is spread into the options of which nothing is known. */
function notSet(isSpread: boolean): Pick<Finding, 'message' | 'labelText'> {
  return isSpread
    ? {
        message:
          'SignalNextProvider does not set addTracingHeaders itself. Unless what is spread into its options does, the browser sends no session headers and no server event can join its session.',
        labelText: 'addTracingHeaders is not among the options that are written here',
      }
    : {
        message:
          'SignalNextProvider does not set addTracingHeaders, so the browser sends no session headers and no server event can join its session.',
        labelText: 'addTracingHeaders is not among its options',
      };
}

/**
 * No page has a provider: nothing in the browser sends the headers.
 * @param idle a file that renders one, which no page takes in.
 */
export function providerMissing(path: string, idle?: string): Finding {
  const consequence = 'so the browser sends no session headers.';
  return {
    rule: 'provider-missing',
    severity: 'error',
    path,
    start: 0,
    end: 0,
    message:
      idle === undefined
        ? `No SignalNextProvider is rendered in this app, ${consequence}`
        : `No page, layout or _app renders the SignalNextProvider of ${idle}, ${consequence}`,
    labelText: 'the provider would be mounted here',
    labels: [],
    fixedBy: 'init',
    help: undefined,
  };
}

/** Some pages have a provider, and those around which `path` is have none. */
export function providerMissingIn(path: string): Finding {
  return {
    rule: 'provider-missing',
    severity: 'warning',
    path,
    start: 0,
    end: 0,
    message: 'No page below this file has a SignalNextProvider, so these pages send no session headers.',
    labelText: 'other pages have one',
    labels: [],
    fixedBy: undefined,
    help: 'Render the component that holds it here, too; suppress this where no page below causes an event on the server.',
  };
}
