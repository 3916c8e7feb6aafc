import { type Step, step } from '../../src/course/exercise.ts';
import { passed } from '../../src/course/feedback/feedback.ts';
import { createGame } from '../../src/course/scenario.ts';

/** A step that makes a game and passes, for whatever is about steps and not about what they check. */
export function plainStep(number: string, hints: readonly string[] = []): Step {
  return step({
    number,
    title: `Step ${number}`,
    place: { module: 'domain/game' },
    draw: () => undefined,
    scenario: () => ({ made: createGame('game') }),
    judge: () => passed,
    hints,
    afterwards: 'done',
  });
}
