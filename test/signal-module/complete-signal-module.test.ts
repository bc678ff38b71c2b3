import { renderSessionPart } from '../../src/init/render-template.js';
import { completeSignalModule } from '../../transforms/signal-module/complete-signal-module.js';
import { testFixtures } from '../support/fixtures.js';

testFixtures('signal-module', (file) =>
  completeSignalModule(file, renderSessionPart(file.language === 'js' ? 'js' : 'ts')),
);
