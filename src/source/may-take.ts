import { isSomewhere } from './places-of-word.js';
import { TRIVIA } from './trivia.js';

const TAKES_ALL = new RegExp(String.raw`\*${TRIVIA}(?:as|from)\b|\b(?:import|require)${TRIVIA}\(`);

/** By its bytes: whether a file may take the export `name` of a module, by its name or with the module as a whole. */
export function mayTake(name: string, text: string): boolean {
  return name === 'default' || hasWord(name, text) || (text.includes('*') && TAKES_ALL.test(text));
}

/** Whether `word` stands somewhere by itself, not as a part of a longer name. */
export function hasWord(word: string, text: string): boolean {
  return isSomewhere(
    text,
    word,
    (end) => !isNamePart(text.charAt(end - word.length - 1)) && !isNamePart(text.charAt(end)),
  );
}

function isNamePart(character: string): boolean {
  return /[\w$]/.test(character);
}
