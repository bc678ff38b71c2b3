import { posix } from 'node:path';
import { renderSignalModule } from '../../src/init/render-template.js';
import type { Texts } from './project-fixtures.js';

/**
 * What a project fixture need not bring along: package.json and tsconfig.json (jsconfig.json without TypeScript), a
 * configured provider in the root layout (in `_app` where there are only pages), and the Signal module as `init`
 * generates it. A file, provider or client of the fixture's own takes the place of the supplied one.
 * @param app the app's folder.
 */
export function suppliedFiles(own: Texts, app: string): Texts {
  const paths = Object.keys(own);
  const inApp = (path: string): string => posix.join(app, path);
  const has = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
  const says = (word: string): boolean => Object.values(own).some((text) => text.includes(word));

  const language = has(/\.tsx?$/) ? 'ts' : 'js';
  const root = paths.some((path) => path.startsWith(`${inApp('src')}/`)) ? 'src/' : '';
  const isPages = !paths.some((path) => path.startsWith(inApp(`${root}app/`)));
  const files: Record<string, string> = {
    'package.json': json({ name: 'shop', dependencies: { next: '^16.0.0', 'signal-next': '^0.1.0' } }),
    [`${language}config.json`]: json({
      compilerOptions: { strict: true, paths: { '@/*': [`./${root}*`] } },
    }),
  };
  if (!says('SignalNextProvider'))
    files[`${root}${isPages ? 'pages/_app' : 'app/layout'}.${language}x`] = isPages
      ? PAGES_APP[language]
      : LAYOUT[language];
  if (!/createSignal(Server|Node)/.test(Object.values(own).join('\n')))
    files[`${root}lib/signal-server.${language}`] = renderSignalModule({
      language,
      sdk: { server: 'signal-next/server' },
    });
  return Object.fromEntries(
    Object.entries(files)
      .map(([path, text]): [string, string] => [inApp(path), text])
      .filter(([path]) => own[path] === undefined),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const OPTIONS = `const signalOptions = { apiKey: 'pk_shop', projectId: 'shop', addTracingHeaders: true };`;

const layout = (
  props: string,
  reactNode: string,
): string => `${reactNode}import { SignalNextProvider } from 'signal-next/client';

${OPTIONS}

export default function RootLayout(${props}) {
  return (
    <html lang="en">
      <body>
        <SignalNextProvider options={signalOptions}>{children}</SignalNextProvider>
      </body>
    </html>
  );
}
`;

const LAYOUT = {
  ts: layout('{ children }: { children: ReactNode }', "import type { ReactNode } from 'react';\n"),
  js: layout('{ children }', ''),
};

const pagesApp = (
  props: string,
  appProps: string,
): string => `${appProps}import { SignalNextProvider } from 'signal-next/client';

${OPTIONS}

export default function App(${props}) {
  return (
    <SignalNextProvider options={signalOptions}>
      <Component {...pageProps} />
    </SignalNextProvider>
  );
}
`;

const PAGES_APP = {
  ts: pagesApp('{ Component, pageProps }: AppProps', "import type { AppProps } from 'next/app';\n"),
  js: pagesApp('{ Component, pageProps }', ''),
};
