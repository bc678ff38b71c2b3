import { afterEach } from 'vitest';
import { type FileContent, type ProjectFolder, withProject } from '../../support/project-folder.js';

const made: ProjectFolder[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

/** A real folder with these files, removed after the test. */
export function folderOf(files: Readonly<Record<string, FileContent>>): ProjectFolder {
  const folder = withProject(files);
  made.push(folder);
  return folder;
}

/** The same, committed to git. */
export function committed(files: Readonly<Record<string, FileContent>>): ProjectFolder {
  const folder = folderOf(files);
  folder.commitAll();
  return folder;
}

export const PACKAGE = { name: 'shop', dependencies: { next: '^16.0.0', 'signal-next': '^0.1.0' } };
export const TSCONFIG = { compilerOptions: { strict: true, paths: { '@/*': ['./*'] } } };

export const LAYOUT = `import type { ReactNode } from 'react';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

/** The same around which `PROVIDERS` is rendered. */
export const LAYOUT_WITH_PROVIDERS = LAYOUT.replace(
  '{children}',
  '<Providers>{children}</Providers>',
).replace("'react';\n", "'react';\nimport { Providers } from './providers';\n");

export const PROVIDERS = `'use client';

import type { ReactNode } from 'react';
import { SignalNextProvider } from 'signal-next/client';

const options = { apiKey: 'k', projectId: 'shop' };

export function Providers({ children }: { children: ReactNode }) {
  return <SignalNextProvider options={options}>{children}</SignalNextProvider>;
}
`;

export const CLIENT = `import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
`;

export const ROUTE = `import { signal } from '@/lib/signal';

export async function POST(request: Request) {
  const { id } = await request.json();
  signal.capture({ distinctId: id, event: 'ordered' });
  return Response.json({ ok: true });
}
`;

/** A TypeScript app with the App Router that tracks one event, and nothing set up: no provider, no getSessionInfo. */
export const APP: Readonly<Record<string, FileContent>> = {
  'package.json': PACKAGE,
  'tsconfig.json': TSCONFIG,
  'app/layout.tsx': LAYOUT,
  'app/api/order/route.ts': ROUTE,
  'lib/signal.ts': CLIENT,
  '.gitignore': 'node_modules\n.env.local\n',
};

/** The same with a provider that does not send the headers yet. */
export const APP_WITH_PROVIDER: Readonly<Record<string, FileContent>> = {
  ...APP,
  'app/layout.tsx': LAYOUT_WITH_PROVIDERS,
  'app/providers.tsx': PROVIDERS,
};

export const API_ROUTE = `import type { NextApiRequest, NextApiResponse } from 'next';
import { signal } from '../../lib/signal';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  signal.capture({ distinctId: req.body.id, event: 'ordered' });
  res.status(200).end();
}
`;

/** A TypeScript app with the Pages Router and without `_app`. */
export const PAGES: Readonly<Record<string, FileContent>> = {
  'package.json': PACKAGE,
  'tsconfig.json': TSCONFIG,
  'pages/index.tsx': 'export default function Page() {\n  return <main />;\n}\n',
  'pages/api/order.ts': API_ROUTE,
  'lib/signal.ts': CLIENT,
};

/** An `_app` that renders `PROVIDERS` around the pages. */
export const PAGES_APP = `import type { AppProps } from 'next/app';
import { Providers } from '../app/providers';

export default function App({ Component, pageProps }: AppProps) {
  return (
    <Providers>
      <Component {...pageProps} />
    </Providers>
  );
}
`;

/** Every file of the project but git's and ours, path to text; for comparing before and after. */
export function snapshot(folder: ProjectFolder): Record<string, string> {
  const paths = folder.git('ls-files', '-z', '-c', '-o').split('\0').filter(Boolean);
  const own = [...new Set(paths)].filter((path) => folder.exists(path) && !path.startsWith('.signal-next/'));
  return Object.fromEntries(own.sort().map((path) => [path, folder.read(path)]));
}
