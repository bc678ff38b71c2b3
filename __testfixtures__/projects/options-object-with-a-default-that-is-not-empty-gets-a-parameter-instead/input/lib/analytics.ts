import { signal } from './signal-server';

type PageOptions = { path?: string; title?: string };

const DEFAULTS: PageOptions = { path: '/', title: 'Home' };

export function page({ path, title }: PageOptions = { path: '/', title: 'Home' }) {
  signal.capture({ distinctId: 'anon', event: 'page', properties: { path, title } });
}

export function screen(options: PageOptions = DEFAULTS) {
  signal.capture({ distinctId: 'anon', event: 'screen', properties: { path: options.path } });
}

export const click = ({ path }: PageOptions = {} as PageOptions) => {
  signal.capture({ distinctId: 'anon', event: 'click', properties: { path } });
};
