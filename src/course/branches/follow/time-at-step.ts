import { type CheckedRow, type Matrix, reasonOf } from '../matrix.ts';

/** Where somebody was seen to be, and since when. */
export interface AtStep {
  readonly exercise: string;
  readonly step: string;
  readonly since: Date;
  /** They were there already when following began, nobody saw for how long. */
  readonly orLonger: boolean;
}

/** By ref; whoever has passed everything is at no step. */
export type TimesAtStep = ReadonlyMap<string, AtStep>;

/** Somebody who has been at one step for long. */
export interface LongAtStep extends AtStep {
  readonly row: CheckedRow;
}

/** `before` is undefined when following begins. */
export function timesAfter(before: TimesAtStep | undefined, { rows }: Matrix, now: Date): TimesAtStep {
  const times = new Map<string, AtStep>();
  for (const row of rows) {
    const step = row.kind === 'checked' ? reasonOf(row)?.step.number : undefined;
    if (row.kind !== 'checked' || step === undefined) continue;
    const { ref } = row.branch;
    const known = before?.get(ref);
    const stays = known?.step === step && known.exercise === row.exercise.id;
    const since = { exercise: row.exercise.id, step, since: now, orLonger: before === undefined };
    times.set(ref, stays ? known : since);
  }
  return times;
}

/** Those who have been at their step for so many milliseconds at least, the longest first. */
export function longAtStep({ rows }: Matrix, times: TimesAtStep, now: Date, least: number): LongAtStep[] {
  return rows
    .flatMap((row) => {
      const at = times.get(row.branch.ref);
      if (row.kind !== 'checked' || row.branch.isSolution || at === undefined) return [];
      return now.getTime() - at.since.getTime() >= least ? [{ ...at, row }] : [];
    })
    .sort((one, other) => one.since.getTime() - other.since.getTime());
}
