import type { Formatting } from '../../source/formatting.js';
import { readData } from '../read-data.js';
import { isObject, type JsonObject } from '../read-json.js';
import { trailingCommasFrom } from './prettier.js';
import { countUpTo, type Level, type SetUp, WIDEST_TAB, withoutGaps } from './set-up.js';

const NAMES = ['biome.json', 'biome.jsonc', '.biome.json', '.biome.jsonc'];

const DEFAULTS: Formatting = {
  width: 80,
  quote: '"',
  semicolons: true,
  tabs: true,
  tabWidth: 2,
  trailingCommas: 'all',
};

/** How Biome's formatter is set up in a folder: not at all where it is switched off. */
export function biomeIn({ folder, names }: Level): SetUp {
  const name = NAMES.find((one) => names().has(one));
  if (name === undefined) return { kind: 'none' };
  const data = readData(folder, name);
  const options = data.kind === 'read' ? (data.value ?? {}) : undefined;
  if (!isObject(options)) return { kind: 'untold' };
  const { all, ofJavaScript } = partsOf(options);
  return all.enabled === false || ofJavaScript.enabled === false
    ? { kind: 'none' }
    : { kind: 'data', options };
}

/** What Biome does where nobody says anything; that is not known where the configuration rests on another one. */
export function biomeDefaults(options: JsonObject): Formatting {
  return options.extends === undefined ? DEFAULTS : {};
}

/** Whether Biome minds .editorconfig. */
export function mindsEditorConfig(options: JsonObject): boolean {
  return partsOf(options).all.useEditorconfig === true;
}

/** What the options say of JavaScript and TypeScript. */
export function saidByBiome(options: JsonObject): Formatting {
  const { all, ofJavaScript } = partsOf(options);
  const { lineWidth, indentStyle, indentWidth } = { ...all, ...ofJavaScript };
  const { quoteStyle, semicolons, trailingCommas } = ofJavaScript;
  return withoutGaps({
    width: countUpTo(320, lineWidth),
    quote: quoteStyle === 'single' ? "'" : quoteStyle === 'double' ? '"' : undefined,
    semicolons: semicolons === 'always' ? true : semicolons === 'asNeeded' ? false : undefined,
    tabs: indentStyle === 'tab' ? true : indentStyle === 'space' ? false : undefined,
    tabWidth: countUpTo(WIDEST_TAB, indentWidth),
    trailingCommas: trailingCommasFrom(trailingCommas),
  });
}

function partsOf({ formatter, javascript }: JsonObject): {
  readonly all: JsonObject;
  readonly ofJavaScript: JsonObject;
} {
  const own = isObject(javascript) ? javascript.formatter : undefined;
  return { all: isObject(formatter) ? formatter : {}, ofJavaScript: isObject(own) ? own : {} };
}
