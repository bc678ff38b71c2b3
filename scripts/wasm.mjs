// Assembles src/project/byte-scan.wat into byte-scan.wasm.ts: `node scripts/wasm.mjs`, after a change of the former.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wabtModule from 'wabt';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/project');

/** The TypeScript module that holds the assembled bytes. */
export async function assembled() {
  const wabt = await wabtModule();
  const module = wabt.parseWat('byte-scan.wat', readFileSync(join(folder, 'byte-scan.wat'), 'utf8'));
  module.validate();
  const text = Buffer.from(module.toBinary({}).buffer).toString('base64');
  const lines = text.match(/.{1,100}/g) ?? [];
  return `// byte-scan.wat, assembled by scripts/wasm.mjs.\nexport const BYTE_SCAN =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(folder, 'byte-scan.wasm.ts'), await assembled());
}
