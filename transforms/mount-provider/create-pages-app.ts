import { parseSource } from '../../src/source/parse.js';
import { restyle } from '../../src/source/restyle.js';
import type { FileStyle } from '../../src/source/style.js';

/** The text of a `_app` that mounts the provider, for a Pages Router app that has none. Follows `style` if given. */
export function createPagesApp(options: {
  readonly language: 'ts' | 'js';
  /** How `_app` imports the component. */
  readonly importFrom: string;
  readonly componentName?: string;
  readonly style?: FileStyle | undefined;
}): string {
  const { language, importFrom, componentName = 'SignalProvider', style } = options;
  const typed = language === 'ts';
  const text = `${typed ? "import type { AppProps } from 'next/app';\n" : ''}import { ${componentName} } from '${importFrom}';

export default function App({ Component, pageProps }${typed ? ': AppProps' : ''}) {
  return (
    <${componentName}>
      <Component {...pageProps} />
    </${componentName}>
  );
}
`;
  if (style === undefined) return text;
  const parsed = parseSource(`_app.${language}x`, text);
  return parsed.kind === 'parsed' ? restyle(parsed.file, style) : text;
}
