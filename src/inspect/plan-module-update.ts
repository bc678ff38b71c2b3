import { updateSignalModule } from '../../transforms/signal-module/update-signal-module.js';
import { type OutdatedPart, outdatedParts } from '../analysis/template-version.js';
import { moduleTemplate } from '../init/module-template.js';
import type { SourceFile } from '../source/parse.js';
import type { Inspection } from './inspect.js';
import { EMPTY_PLAN, type Plan, planOf } from './plan.js';
import { lacksReader } from './plan-signal-module.js';

/** What brings a Signal module that an earlier version generated up to the template. */
export function planModuleUpdate(inspection: Inspection): Plan {
  const file = readableModule(inspection);
  if (!file) return EMPTY_PLAN;
  return planOf(file, updateSignalModule(file, templateFor(file)), 'take over the current template');
}

/** The parts of the Signal module that an earlier version generated and nobody has changed since. */
export function outdatedModuleParts(inspection: Inspection): readonly OutdatedPart[] {
  const file = readableModule(inspection);
  if (!file) return [];
  const { text, current, earlier } = templateFor(file);
  // As it was generated, which most are: the parts of the text need not be told apart.
  return file.text === text ? [] : outdatedParts(file, current, earlier);
}

/** A module that lacks `getSessionInfo` is completed first. */
function readableModule({ signalModule, host }: Inspection): SourceFile | undefined {
  return lacksReader(signalModule) ? undefined : host.load(signalModule.path);
}

function templateFor(file: SourceFile) {
  return moduleTemplate(file.language === 'js' ? 'js' : 'ts');
}
