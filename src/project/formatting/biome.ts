import type { Formatting } from '../../source/formatting.js';
import type { ImportOrder } from '../../source/import-order.js';
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

/** How Biome is set up in a folder, its formatter or what else it does. */
export function biomeIn({ folder, names }: Level): SetUp {
  const name = NAMES.find((one) => names().has(one));
  if (name === undefined) return { kind: 'none' };
  const data = readData(folder, name);
  const options = data.kind === 'read' ? (data.value ?? {}) : undefined;
  return isObject(options) ? { kind: 'data', options } : { kind: 'untold' };
}

/** Whether Biome's formatter is switched on. */
export function formatsWithBiome(options: JsonObject): boolean {
  const { all, ofJavaScript } = partsOf(options);
  return all.enabled !== false && ofJavaScript.enabled !== false;
}

/**
 * The order in which Biome keeps imports, which it does unless it is told otherwise; undefined for one of the project's
 * own, and where the configuration rests on another one that may say so.
 */
export function importOrderOfBiome(options: JsonObject): ImportOrder | undefined {
  const { organizeImports, assist, $schema } = options;
  if (isObject(organizeImports)) return organizeImports.enabled === false ? undefined : 'biome-1';
  const { enabled, actions } = isObject(assist) ? assist : {};
  const { source, recommended } = isObject(actions) ? actions : {};
  const ofSource = isObject(source) ? source : {};
  const said = ofSource.organizeImports;
  const { level, options: own } = isObject(said) ? said : { level: said, options: undefined };
  const isLeftOut = [enabled, recommended, ofSource.recommended].includes(false) && level === undefined;
  if (enabled === false || isLeftOut || level === 'off' || isObject(own)) return undefined;
  if (level === undefined && options.extends !== undefined) return undefined;
  return typeof $schema === 'string' && /\/schemas\/1\./.test($schema) ? 'biome-1' : 'biome-2';
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
