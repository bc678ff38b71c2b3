import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that `input` (a path from esbuild's metafile) belongs to; undefined for our own files. */
function packageFolder(input) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1];
}

function licenceText(folder) {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  if (name !== undefined) return readFileSync(join(folder, name), 'utf8').trim();
  const readme = join(folder, 'README.md');
  if (!existsSync(readme)) return undefined;
  // Some packages print their licence in the README only; the heading alone would not be a licence text.
  const section = /^#+\s*licen[cs]e\b.*\n([\s\S]*?)(?=^#|(?![\s\S]))/im.exec(
    readFileSync(readme, 'utf8'),
  )?.[1];
  return section !== undefined && /copyright/i.test(section) ? section.trim() : undefined;
}

/**
 * The licences of every package that went into the bundles, as one text.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root the folder the metafiles' paths start from
 * @throws when a bundled package ships no licence text, naming it
 */
export function thirdPartyLicenses(metafiles, root) {
  const bundled = metafiles.flatMap((metafile) =>
    Object.values(metafile.outputs).flatMap((output) =>
      Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    ),
  );
  const folders = new Set(
    bundled.map(([input]) => packageFolder(input)).filter((folder) => folder !== undefined),
  );
  const sections = new Map();
  const missing = [];
  for (const folder of folders) {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const text = licenceText(path);
    if (text === undefined) missing.push(`${name}@${version} (${folder})`);
    else sections.set(`${name}@${version}`, `${name} ${version} (${license})\n\n${text}\n`);
  }
  if (missing.length > 0) {
    throw new Error(
      `No licence text in ${missing.join(', ')}, which is bundled. Replace the package, or teach scripts/licenses.mjs where its licence is.`,
    );
  }
  const rule = `\n${'-'.repeat(80)}\n\n`;
  const intro = 'signal-next contains code of the packages below. Their licences follow.\n';
  return [intro, ...[...sections.keys()].sort().map((key) => sections.get(key))].join(rule);
}
