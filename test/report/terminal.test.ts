import { describe, expect, test } from 'vitest';
import { colorsOf, terminalOf } from '../../src/report/terminal.js';

const TTY = { isTTY: true, columns: 100 };

describe('what a stream can show', () => {
  test('a terminal has its width and colours, a pipe has neither', () => {
    expect(terminalOf(TTY, { LANG: 'en_US.UTF-8' }, 'linux')).toEqual({
      width: 100,
      wrap: true,
      colour: true,
      unicode: true,
    });
    expect(terminalOf({}, { LANG: 'C' }, 'linux')).toEqual({
      width: 120,
      wrap: false,
      colour: false,
      unicode: false,
    });
    expect(terminalOf({ isTTY: true, columns: 0 }, {}).width).toBe(80);
  });

  test.each<[string, boolean, Record<string, string>, boolean]>([
    ['NO_COLOR on a terminal', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['FORCE_COLOR in a pipe', false, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 on a terminal', true, { FORCE_COLOR: '0' }, false],
    ['both', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['a pipe in CI', false, { CI: 'true' }, false],
  ])('colour: %s', (_, isTTY, env, colour) => {
    expect(terminalOf({ isTTY }, env).colour).toBe(colour);
  });

  test.each<[string, NodeJS.Platform, Record<string, string>, boolean]>([
    ['a UTF-8 locale', 'linux', { LANG: 'de_DE.utf8' }, true],
    ['LC_ALL wins', 'linux', { LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, false],
    ['the Linux console', 'linux', { LANG: 'de_DE.UTF-8', TERM: 'linux' }, false],
    ['no locale', 'linux', {}, false],
    ['no locale on macOS', 'darwin', {}, true],
    ['the old Windows console', 'win32', { LANG: 'x.UTF-8' }, false],
    ['Windows Terminal', 'win32', { WT_SESSION: 'id' }, true],
  ])('unicode: %s', (_, platform, env, unicode) => {
    expect(terminalOf(TTY, env, platform).unicode).toBe(unicode);
  });

  test('colours are off when the terminal has none', () => {
    const terminal = { width: 80, wrap: true, colour: false, unicode: true };
    expect(colorsOf(terminal).red('x')).toBe('x');
    expect(colorsOf({ ...terminal, colour: true }).red('x')).toBe('\u001B[31mx\u001B[39m');
  });
});
