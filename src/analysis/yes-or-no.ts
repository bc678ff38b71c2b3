/** A question that is answered with yes where it says so itself, or where one of the questions that it leads to is. */
export interface Question {
  /** What it is asked of: an object that is the same each time. */
  readonly about: object;
  /** Tells the questions about one object apart. */
  readonly name: string;
  readonly next: () => true | readonly Question[];
}

interface Entry {
  answer: boolean | undefined;
  /** The inquiry in which it was asked last. */
  inquiry: number;
}

/** Answers each question once, however many others lead to it; one that leads back to itself adds nothing there. */
export class YesOrNo {
  /** Weak, so that the tree of a file can go when nobody needs it any more. */
  readonly #entries = new WeakMap<object, Map<string, Entry>>();
  #inquiries = 0;

  ask(question: Question): boolean {
    this.#inquiries += 1;
    const asked: Entry[] = [];
    // A list instead of the stack, which a long chain of variables would come to the end of.
    const open: Step[] = [{ question, from: undefined }];
    for (let step = open.pop(); step; step = open.pop()) {
      const entry = this.#entryOf(step.question);
      if (entry.answer === false || (entry.answer === undefined && entry.inquiry === this.#inquiries))
        continue;
      entry.inquiry = this.#inquiries;
      asked.push(entry);
      const next = entry.answer === true || step.question.next();
      if (next === true) {
        for (let at: Step | undefined = step; at; at = at.from) this.#entryOf(at.question).answer = true;
        return true;
      }
      for (const one of [...next].reverse()) open.push({ question: one, from: step });
    }
    // Only now: until all have been asked, one of those further out may still come to a yes.
    for (const entry of asked) entry.answer = false;
    return false;
  }

  #entryOf({ about, name }: Question): Entry {
    const entries = this.#entries.get(about) ?? new Map<string, Entry>();
    this.#entries.set(about, entries);
    const entry = entries.get(name) ?? { answer: undefined, inquiry: 0 };
    entries.set(name, entry);
    return entry;
  }
}

interface Step {
  readonly question: Question;
  readonly from: Step | undefined;
}
