import { type NewError, newErrors, spanOfError } from './delta.js';
import {
  type Blame,
  type Candidate,
  type Diagnostic,
  type Site,
  TypeCheckFailure,
  type TypeCheckPort,
} from './model.js';
import { type Reach, suspectsOf } from './suspects.js';

/** What a type check came to; `takenBack` are the sites that are to be left as they are. */
export type TypeCheckOutcome = {
  readonly takenBack: ReadonlyMap<string, Blame>;
  /** How often the project was checked. */
  readonly checks: number;
} & (
  | { readonly kind: 'passed' }
  /** The check ended before it had passed. */
  | { readonly kind: 'unfinished'; readonly why: string }
  /** New errors that no site has caused. */
  | { readonly kind: 'stuck'; readonly errors: readonly Diagnostic[] }
);

/** More than any project was seen to need; every round takes something back or ends the search. */
const MAX_ROUNDS = 16;
/** How many checks may be spent on sites that were taken back on suspicion. */
const MAX_TRIALS = 24;

const NOTHING_STAGED: ReadonlyMap<string, string> = new Map();

/**
 * Finds the sites without which a plan brings no new type error, by checking, taking back what caused an error, and
 * checking again. Errors that the project has already do not count. Pure but for its port: all that is written,
 * read or run is behind that.
 */
export async function takeBackFailing(port: TypeCheckPort): Promise<TypeCheckOutcome> {
  return new TakeBack(port).run();
}

class TakeBack {
  readonly #port: TypeCheckPort;
  #before: readonly Diagnostic[] = [];
  #takenBack: ReadonlyMap<string, Blame> = new Map();
  #checks = 0;
  /** How the causes of an error were looked for already, by its key. */
  readonly #tried = new Map<string, Set<Reach>>();
  /** The keys of the errors for which a site was taken back. */
  readonly #causes = new Map<string, string>();
  /** Sites of which it is not known that they caused an error. */
  readonly #doubted = new Set<string>();

  constructor(port: TypeCheckPort) {
    this.#port = port;
  }

  async run(): Promise<TypeCheckOutcome> {
    try {
      this.#before = await this.#diagnose(NOTHING_STAGED);
      const errors = await this.#takeBack();
      if (errors.length > 0) return this.#outcome({ kind: 'stuck', errors });
      await this.#giveBack();
      return this.#outcome({ kind: 'passed' });
    } catch (error) {
      if (!(error instanceof TypeCheckFailure)) throw error;
      return this.#outcome({ kind: 'unfinished', why: error.message });
    }
  }

  #outcome<T>(ending: T): T & { takenBack: ReadonlyMap<string, Blame>; checks: number } {
    return { ...ending, takenBack: this.#takenBack, checks: this.#checks };
  }

  async #diagnose(texts: ReadonlyMap<string, string>): Promise<readonly Diagnostic[]> {
    this.#checks += 1;
    return this.#port.diagnose(texts);
  }

  async #newErrors(candidate: Candidate): Promise<NewError[]> {
    const texts = new Map([...candidate.files].map(([path, { after }]) => [path, after]));
    return newErrors(this.#before, await this.#diagnose(texts), candidate);
  }

  /** Takes sites back until there is no new error; gives the errors for which none can be found. */
  async #takeBack(): Promise<readonly Diagnostic[]> {
    let errors: NewError[] = [];
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const candidate = this.#port.plan(this.#takenBack);
      errors = await this.#newErrors(candidate);
      this.#doubtWhatDidNotHelp(errors);
      if (errors.length === 0) return [];
      if (candidate.files.size === 0) this.#accept(errors);
      else if (!this.#blame(errors, candidate, round === MAX_ROUNDS - 2)) break;
    }
    return errors.map(({ diagnostic }) => diagnostic);
  }

  /** What was taken back for an error that is still there may be innocent. */
  #doubtWhatDidNotHelp(errors: readonly NewError[]): void {
    const left = new Set(errors.map(({ key }) => key));
    for (const [id, cause] of this.#causes) if (left.has(cause)) this.#doubted.add(id);
  }

  /** Errors of a project in which nothing is changed are its own, whatever the first check said: all starts anew. */
  #accept(errors: readonly NewError[]): void {
    this.#before = [...this.#before, ...errors.map(({ diagnostic }) => diagnostic)];
    this.#takenBack = new Map();
    for (const memory of [this.#tried, this.#causes, this.#doubted]) memory.clear();
  }

  /** Takes back what may have caused the errors; false when nothing can be found for any. */
  #blame(errors: readonly NewError[], candidate: Candidate, isLast: boolean): boolean {
    const takenBack = new Map(this.#takenBack);
    for (const error of errors) {
      const tried = this.#tried.get(error.key) ?? new Set();
      this.#tried.set(error.key, tried);
      const found = isLast
        ? { reach: 'all' as const, sites: candidate.sites }
        : suspectsOf(error, candidate, tried, (path) => this.#port.textOf(path));
      if (!found) continue;
      tried.add(found.reach);
      for (const site of found.sites) {
        if (takenBack.has(site.id)) continue;
        takenBack.set(site.id, blameFor(site, error));
        this.#causes.set(site.id, error.key);
        if (found.reach !== 'here') this.#doubted.add(site.id);
      }
    }
    const hasGrown = takenBack.size > this.#takenBack.size;
    this.#takenBack = takenBack;
    return hasGrown;
  }

  /** Sites that were taken back on suspicion are put into the plan again, as many as bring no new error. */
  async #giveBack(): Promise<void> {
    const groups = new Map<string, string[]>();
    for (const [id, { site }] of this.#takenBack) {
      if (this.#doubted.has(id)) groups.set(site.group, [...(groups.get(site.group) ?? []), id]);
    }
    const limit = this.#checks + MAX_TRIALS;
    // That all of them together bring an error is known where nothing else was taken back.
    const isKnown = this.#doubted.size >= this.#takenBack.size;
    try {
      await this.#giveBackOf([...groups.values()], limit, isKnown);
    } catch (error) {
      // What is left out now has passed; that it may be more than needed is no reason to give up.
      if (!(error instanceof TypeCheckFailure)) throw error;
    }
  }

  async #giveBackOf(groups: readonly (readonly string[])[], limit: number, isKnown = false): Promise<void> {
    if (groups.length === 0 || this.#checks >= limit) return;
    if (!isKnown || groups.length === 1) {
      const given = new Set(groups.flat());
      const trial = new Map([...this.#takenBack].filter(([id]) => !given.has(id)));
      const [error] = await this.#newErrors(this.#port.plan(trial));
      if (error === undefined) {
        this.#takenBack = trial;
        return;
      }
      if (groups.length === 1) {
        this.#explain(given, error);
        return;
      }
    }
    const half = Math.ceil(groups.length / 2);
    await this.#giveBackOf(groups.slice(0, half), limit);
    await this.#giveBackOf(groups.slice(half), limit);
  }

  /** Says of sites that stay taken back what they alone would bring. */
  #explain(ids: ReadonlySet<string>, error: NewError): void {
    this.#takenBack = new Map(
      [...this.#takenBack].map(([id, blame]) => [id, ids.has(id) ? blameFor(blame.site, error) : blame]),
    );
  }
}

function blameFor(site: Site, error: NewError): Blame {
  return { site, diagnostic: error.diagnostic, at: spanOfError(error) };
}
