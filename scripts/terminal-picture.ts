import Anser from 'anser';

const FONT_SIZE = 14;
const LINE_HEIGHT = 20;
const CHARACTER_WIDTH = 8.43;
const PADDING = 20;
/** The colours of the terminal that is drawn, by the names that `anser` gives them. */
const COLOURS: Readonly<Record<string, string>> = {
  'ansi-red': '#ff7b72',
  'ansi-green': '#7ee787',
  'ansi-yellow': '#e3b341',
  'ansi-blue': '#79c0ff',
  'ansi-magenta': '#d2a8ff',
  'ansi-cyan': '#76e3ea',
};
const FOREGROUND = '#e6edf3';
const BACKGROUND = '#0d1117';

/** An SVG of what a command printed to a colour terminal. `title` is plain text for screen readers. */
export function terminalPicture(output: string, title: string): string {
  const lines = output.trimEnd().split('\n').map(spansOf);
  const columns = Math.max(...lines.map((spans) => spans.reduce((sum, { text }) => sum + text.length, 0)));
  const width = Math.ceil(columns * CHARACTER_WIDTH + 2 * PADDING);
  const height = lines.length * LINE_HEIGHT + 2 * PADDING;
  const texts = lines.map((spans, index) => {
    const y = PADDING + index * LINE_HEIGHT + FONT_SIZE;
    return `<text x="${PADDING}" y="${y}">${spans.map(drawn).join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${title}</title>
<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="${FONT_SIZE}" fill="${FOREGROUND}">
${texts.join('\n')}
</g>
</svg>
`;
}

interface Span {
  readonly text: string;
  readonly colour: string | undefined;
  readonly isBold: boolean;
  readonly isDim: boolean;
}

/** One line at a time, as no style of ours goes on over the end of a line. */
function spansOf(line: string): Span[] {
  return Anser.ansiToJson(line, { use_classes: true, remove_empty: true }).map(
    ({ content, fg, decorations }) => ({
      text: content,
      colour: COLOURS[fg ?? ''],
      isBold: decorations.includes('bold'),
      isDim: decorations.includes('dim'),
    }),
  );
}

function drawn({ text, colour, isBold, isDim }: Span): string {
  const attributes = [
    ...(colour === undefined ? [] : [`fill="${colour}"`]),
    ...(isBold ? ['font-weight="bold"'] : []),
    ...(isDim ? ['opacity="0.6"'] : []),
  ];
  return `<tspan${attributes.map((one) => ` ${one}`).join('')}>${escaped(text)}</tspan>`;
}

/** With spaces that no renderer folds. */
function escaped(text: string): string {
  return text
    .replaceAll(' ', '\u00a0')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
