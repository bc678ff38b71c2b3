import type { Formatting } from '../../source/formatting.js';
import { projectPath } from '../files.js';
import { readSourceText } from '../read-source.js';
import { matchesGlob } from './globs.js';
import { countUpTo, type Level, WIDEST_TAB, withoutGaps } from './set-up.js';

const NAME = '.editorconfig';

interface EditorConfig {
  readonly folder: string;
  /** In the order of the text: a later one wins. */
  readonly sections: readonly Section[];
}

interface Section {
  readonly glob: string;
  readonly properties: ReadonlyMap<string, string>;
}

/**
 * What the .editorconfig files say of a file.
 * @param levels nearest first; those above a file that says `root = true` do not count.
 */
export function readEditorConfigs(levels: readonly Level[]): (file: string) => Formatting {
  const configs: EditorConfig[] = [];
  for (const { folder, names } of levels) {
    const source = names().has(NAME) ? readSourceText(folder, NAME) : undefined;
    if (source?.kind !== 'text') continue;
    const { isRoot, sections } = parse(source.text);
    configs.unshift({ folder, sections });
    if (isRoot) break;
  }
  return (file) => {
    const properties = configs.flatMap(({ folder, sections }) => {
      const path = projectPath(folder, file);
      return sections.filter(({ glob }) => glob === '*' || matchesGlob(path, glob));
    });
    return formattingBy(new Map(properties.flatMap((section) => [...section.properties])));
  };
}

function parse(text: string): { readonly isRoot: boolean; readonly sections: readonly Section[] } {
  const top = new Map<string, string>();
  const sections: { glob: string; properties: Map<string, string> }[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.replace(/^\uFEFF/, '').trim();
    const glob = /^\[(.+)\]$/.exec(line)?.[1];
    const at = /^[#;]/.test(line) ? -1 : line.indexOf('=');
    if (glob !== undefined) sections.push({ glob, properties: new Map() });
    else if (at > 0) {
      const value = line.slice(at + 1).replace(/\s[#;].*$/, '');
      const properties = sections.at(-1)?.properties ?? top;
      properties.set(line.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase());
    }
  }
  return { isRoot: top.get('root') === 'true', sections };
}

/** As Prettier understands them: https://editorconfig.org/#supported-properties and `max_line_length`. */
function formattingBy(properties: ReadonlyMap<string, string>): Formatting {
  const size = properties.get('indent_size');
  const style = size === 'tab' ? 'tab' : properties.get('indent_style');
  const width = properties.get('max_line_length');
  const number = (value: string | undefined): number | undefined =>
    value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  return withoutGaps({
    width: width === 'off' ? Number.POSITIVE_INFINITY : countUpTo(Number.MAX_SAFE_INTEGER, number(width)),
    tabs: style === 'tab' ? true : style === 'space' ? false : undefined,
    tabWidth: countUpTo(WIDEST_TAB, number(size) ?? number(properties.get('tab_width'))),
  });
}
