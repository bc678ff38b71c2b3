/** How to come from a value to the function that it holds: `analytics` → `.track`, `getAnalytics` → `()` → `.track`. */
export type Step =
  | KeyStep
  | { readonly kind: 'result' }
  | { readonly kind: 'instance' }
  /** At the end: not a function is followed but a class, to where it is constructed. */
  | { readonly kind: 'constructed' }
  /** At the end: the function is one of several, and nothing says that the others take what it takes. */
  | { readonly kind: 'unsure' };

/** From an object to one of its members, or from a list, a map or a table to an entry of which the key is not known. */
export type KeyStep = (MemberStep | { readonly kind: 'entry' }) & {
  /** Whether a type says what everything takes that may stand under another key. */
  readonly agreed?: true;
};

export interface MemberStep {
  readonly kind: 'member';
  readonly name: string;
  /** The methods of the object that give back the object, so that a chain of their calls comes to the member too. */
  readonly past?: ReadonlySet<string>;
}

export type Steps = readonly Step[];

export const RESULT: Step = { kind: 'result' };
export const INSTANCE: Step = { kind: 'instance' };
export const CONSTRUCTED: Step = { kind: 'constructed' };
const UNSURE: Step = { kind: 'unsure' };
export const ENTRY: KeyStep = { kind: 'entry' };
export const AGREED_ENTRY: KeyStep = { kind: 'entry', agreed: true };

/** @param past the methods of the object that give back the object. */
export function member(name: string, past?: ReadonlySet<string>): KeyStep {
  return { kind: 'member', name, ...(past && past.size > 0 && { past }) };
}

export function isKeyStep(step: Step | undefined): step is KeyStep {
  return step?.kind === 'member' || step?.kind === 'entry';
}

/** Text that two ways have in common when they are the same way. */
export function keyOfSteps(steps: Steps): string {
  return steps.map(keyOfStep).join('/');
}

function keyOfStep(step: Step): string {
  switch (step.kind) {
    case 'member':
      return `.${step.name}${step.agreed ? '!' : ''}${step.past ? '+' : ''}`;
    case 'entry':
      return `[]${step.agreed ? '!' : ''}`;
    case 'result':
    case 'instance':
    case 'constructed':
    case 'unsure':
      return step.kind;
  }
}

/** The keys that a way goes by; undefined where it leads through a call or an instance. */
export function keysOf(steps: Steps): readonly Key[] | undefined {
  const keys = steps.flatMap(keyOf);
  return keys.length === steps.length ? keys : undefined;
}

function keyOf(step: Step): readonly Key[] {
  switch (step.kind) {
    case 'member':
      return [step.name];
    case 'entry':
      return [ANY_KEY];
    case 'result':
    case 'instance':
    case 'constructed':
    case 'unsure':
      return [];
  }
}

/** The way on from one of the values that stand together under `key`. */
export function fromEntry(key: KeyStep, rest: Steps): Steps {
  return key.agreed || rest.at(-1)?.kind === 'unsure' ? rest : [...rest, UNSURE];
}

/** The same way, where a type says what stands under each of its keys. */
export function agreedOn(steps: Steps): Steps {
  return steps.map((step) => (isKeyStep(step) ? { ...step, agreed: true } : step));
}

/** The name of a key; null for any of them. */
export type Key = string | typeof ANY_KEY;
export const ANY_KEY = null;

/** What a method of a list, a map or a set does with the entries. */
export interface EntryUse {
  /** Whether it calls a function back with each. */
  readonly callsBack: boolean;
  /** What it gives: one of them, or again a list of them. */
  readonly gives: 'entry' | 'entries' | undefined;
}

const USES: readonly { readonly methods: readonly string[]; readonly use: EntryUse }[] = [
  {
    methods: ['forEach', 'map', 'flatMap', 'some', 'every', 'findIndex'],
    use: { callsBack: true, gives: undefined },
  },
  { methods: ['find', 'findLast'], use: { callsBack: true, gives: 'entry' } },
  { methods: ['filter'], use: { callsBack: true, gives: 'entries' } },
  { methods: ['at', 'get', 'pop', 'shift'], use: { callsBack: false, gives: 'entry' } },
  {
    methods: ['concat', 'reverse', 'slice', 'toReversed', 'values'],
    use: { callsBack: false, gives: 'entries' },
  },
];

/** What the method of that name does with the entries; undefined for one of which that is not known. */
export function entryUseOf(method: string): EntryUse | undefined {
  return USES.find(({ methods }) => methods.includes(method))?.use;
}
