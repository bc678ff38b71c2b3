import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const given = process.env.CHROMIUM_PATH;
const candidates = given ? [given] : PLACES;

/** The Chromium of this machine; `CHROMIUM_PATH` names another one. */
export const chromiumPath = candidates.find((path) => existsSync(path));

export const NO_CHROMIUM = `No Chromium is at ${candidates.join(', ')}. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.`;

/** @throws when there is no Chromium, saying how to get one. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(NO_CHROMIUM);
  // Chromium's sandbox refuses to run as root, which CI containers are.
  return chromium.launch({
    executablePath: chromiumPath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
}
