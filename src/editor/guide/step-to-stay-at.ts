import type { ExerciseFacts, GuideFacts } from './guide-model.ts';

/**
 * A step that has just passed stays the one in front, for what was learnt there is told after the
 * pass; whoever checks again or turns to another step has read it. Undefined leaves it to the facts.
 */
export function stepToStayAt(
  before: GuideFacts | undefined,
  after: GuideFacts,
  staying: string | undefined,
): string | undefined {
  if (before?.kind !== 'exercise' || after.kind !== 'exercise' || before.exercise.id !== after.exercise.id) return;
  const passed = after.exercise.steps.filter(({ number }) => hasPassed(after, number));
  const anew = passed.filter(({ number }) => !hasPassed(before, number));
  if (anew.length > 0) return (anew.find(({ number }) => number === before.turnedTo) ?? anew.at(-1))?.number;
  const turnedAway = after.turnedTo !== undefined && after.turnedTo !== staying;
  const checkedAgain = isChecking(before) && !isChecking(after);
  const undone = !passed.some(({ number }) => number === staying);
  return turnedAway || checkedAgain || undone ? undefined : staying;
}

function hasPassed({ progress }: ExerciseFacts, number: string): boolean {
  return progress.get(number)?.judgement?.verdict === 'pass';
}

function isChecking({ progress }: ExerciseFacts): boolean {
  return [...progress.values()].some(({ checking }) => checking);
}
