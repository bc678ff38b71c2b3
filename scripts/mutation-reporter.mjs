// The reporter of `npm run mutation`: each mutant that no test notices, at once, so that a run may be stopped.
import { relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

class SurvivorReporter {
  onMutantTested({ status, fileName, location, mutatorName, replacement }) {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const { line, column } = location.start;
    const shown = replacement.replace(/\s+/g, ' ').slice(0, 120);
    console.log(`${status} ${relative('', fileName)}:${line}:${column} ${mutatorName}: ${shown}`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'survivors', SurvivorReporter)];
