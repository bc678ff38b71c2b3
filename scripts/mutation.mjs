// `npm run mutation -- <source|analysis|runner> [path…] [--sample <declarations>] [--seed <number>]`: the mutation score of
// a folder, of some of its files, or of a random sample of its declarations, which the same seed draws again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from '@babel/parser';
import { Stryker } from '@stryker-mutator/core';
import { randomFrom } from '../bench/load/sink.mjs';

/** Left out is what no test reaches in its own process: questions to a person, processes, the exit. */
const PASSED_OVER =
  /^src\/runner\/(?:ask|exit-codes|report-file|uninterrupted)\.ts$|^src\/runner\/type-check\/(?:process\/|type-checker)/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const [folder, ...paths] = positionals;
if (!['source', 'analysis', 'runner'].includes(folder))
  throw new Error('Name a folder: source, analysis or runner.');

/** What can go wrong at run time: functions, variables and members of classes, but no types and no imports. */
function declarationsIn(path) {
  const { program } = parse(readFileSync(path, 'utf8'), { sourceType: 'module', plugins: ['typescript'] });
  return program.body.flatMap((statement) => {
    const declaration = statement.declaration ?? statement;
    if (/^(?:TS|Import|ExportAll|ExportNamed)/.test(declaration.type)) return [];
    const parts = declaration.type === 'ClassDeclaration' ? declaration.body.body : [statement];
    return parts.map(({ loc }) => ({ path, start: loc.start.line, end: loc.end.line }));
  });
}

function drawn(declarations, count, random) {
  return declarations
    .map((one) => ({ one, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ one }) => one);
}

const all = readdirSync(join('src', folder), { recursive: true })
  .map((name) => `src/${folder}/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !PASSED_OVER.test(path))
  .filter((path) => paths.length === 0 || paths.some((one) => path.startsWith(one)))
  .sort()
  .flatMap(declarationsIn);
const seed = Number(values.seed);
const chosen = values.sample === undefined ? all : drawn(all, Number(values.sample), randomFrom(seed));
const linesOf = (declarations) => declarations.reduce((sum, { start, end }) => sum + end - start + 1, 0);
const extent = `${chosen.length} of ${all.length} declarations, ${linesOf(chosen)} of ${linesOf(all)} lines${
  values.sample === undefined ? '' : `, seed ${seed}`
}`;
console.log(`src/${folder}: ${extent}`);

process.env.MUTATED = folder;
const results = await new Stryker({
  mutate: chosen.map(({ path, start, end }) => `${path}:${start}-${end}`),
  jsonReporter: { fileName: `.stryker/${folder}.json` },
}).runMutationTest();

const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
const detected = count('Killed', 'Timeout');
const valid = detected + count('Survived', 'NoCoverage');
console.log(`\nsrc/${folder}: ${extent}`);
console.log(
  `${detected} of ${valid} mutants detected (${((100 * detected) / valid).toFixed(1)} %), ${count('Timeout')} of them by time; ${count('NoCoverage')} are in code that no test of the list reaches`,
);
