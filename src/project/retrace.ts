import { entriesOf, realPathOf, statOf } from './files.js';
import { runGit } from './git.js';
import { readSourceText } from './read-source.js';
import { type Question, type Trace, traced, type Vouched } from './trace.js';

const NOTHING: Vouched = { file: () => false, listing: () => false };

/** Whether all that a run has asked would be answered alike now. */
export async function stillHolds({ questions, answers }: Trace): Promise<boolean> {
  const { trace } = await traced(NOTHING, () => questions.forEach(ask));
  return trace?.answers === answers;
}

function ask(question: Question): void {
  switch (question[0]) {
    case 'status':
      statOf(question[1]);
      return;
    case 'real-path':
      realPathOf(question[1]);
      return;
    case 'entries':
      entriesOf(question[1]);
      return;
    case 'bytes':
      readSourceText('', question[1]);
      return;
    case 'git': {
      const [, folder, ...args] = question;
      runGit(folder, args);
      return;
    }
  }
}
