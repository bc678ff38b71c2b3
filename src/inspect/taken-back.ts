import type { Place, TakenBackCall } from '../analysis/model.js';
import type { Edit } from '../source/edit.js';
import { offsetMap } from '../source/offsets.js';
import type { Plan } from './plan.js';

interface EditedText {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The calls that were taken back, where they stand once the files named in `written` are what `plan` makes of them. */
export function takenBackAfter(
  calls: readonly TakenBackCall[] = [],
  plan: Plan,
  written: { has(path: string): boolean },
): TakenBackCall[] {
  if (calls.length === 0) return [];
  const moves = new Map(
    [...editedTexts(plan)].map(([path, { edits, text }]) => [path, offsetMap(edits, text)]),
  );
  const move = (path: string, offset: number): number | undefined => {
    const moved = written.has(path) ? moves.get(path) : undefined;
    return moved ? moved(offset) : offset;
  };
  const movePlace = (place: Place): Place[] => {
    const start = move(place.path, place.start);
    return start === undefined ? [] : [{ ...place, start, end: start + place.end - place.start }];
  };
  return calls.flatMap((call) => {
    // By its closing parenthesis: what is written right behind the call does not move it.
    const last = move(call.path, call.end - 1);
    return last === undefined ? [] : [{ ...call, end: last + 1, places: call.places.flatMap(movePlace) }];
  });
}

/** What a plan edits, each file once. */
export function editedTexts({ changes }: Plan): ReadonlyMap<string, EditedText> {
  const files = new Map<string, EditedText>();
  for (const change of changes) {
    if (change.kind !== 'edit') continue;
    const edits = [...(files.get(change.path)?.edits ?? []), ...change.edits];
    files.set(change.path, { text: change.before, edits });
  }
  return files;
}
