import { signal, type SessionInfo } from './signal-server';

type PageOptions = { path?: string; title?: string; session?: SessionInfo };

const DEFAULTS: PageOptions = { path: '/', title: 'Home' };

export function page(
  { path, title }: PageOptions = { path: '/', title: 'Home' },
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || 'anon',
    event: 'page',
    properties: { path, title },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function screen(options: PageOptions = DEFAULTS, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'anon',
    event: 'screen',
    properties: { path: options.path },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export const click = ({ path, session }: PageOptions = {} as PageOptions) => {
  signal.capture({
    distinctId: session?.distinctId || 'anon',
    event: 'click',
    properties: { path },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
