/** The text of a `_app` that mounts the provider, for a Pages Router app that has none. */
export function createPagesApp(options: {
  readonly language: 'ts' | 'js';
  /** How `_app` imports the component. */
  readonly importFrom: string;
  readonly componentName?: string;
}): string {
  const { language, importFrom, componentName = 'SignalProvider' } = options;
  const typed = language === 'ts';
  return `${typed ? "import type { AppProps } from 'next/app';\n" : ''}import { ${componentName} } from '${importFrom}';

export default function App({ Component, pageProps }${typed ? ': AppProps' : ''}) {
  return (
    <${componentName}>
      <Component {...pageProps} />
    </${componentName}>
  );
}
`;
}
