import { Draw } from '../../draw.ts';
import { composeStart } from '../../workspace/compose.ts';
import { textsOf } from '../../workspace/tree.ts';
import { drawStyle, namesOf } from './typescript/draw-style.ts';
import { programOf } from './typescript/program.ts';
import type { Stage } from './typescript/style.ts';

/** A right program that was put together of choices of style. */
export interface StyleProgram {
  /** Says again which one it is: the seed, the exercise, a number from 0. */
  readonly seed: string;
  /** What was chosen: `state: null`, `form: tuples`, … */
  readonly choices: readonly string[];
  /** The sources of the workspace in which an exercise is solved like this, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Those of them that its writer wrote. */
  readonly own: readonly string[];
}

/** Exercises for which there are programs. */
const stages: Readonly<Record<string, Stage>> = {
  '01-start-game': 1,
  '02-play-the-game': 2,
  '03-persisting-the-events': 3,
};

/** The programs with these numbers; the same seed gives the same. Empty for an exercise without any. */
export async function stylePrograms(
  exercisesFolder: string,
  id: string,
  seed: string,
  numbers: readonly number[],
): Promise<StyleProgram[]> {
  const stage = stages[id];
  if (stage === undefined) return [];
  const start = [...textsOf(await composeStart(exercisesFolder, id))].filter(([path]) => path.startsWith('src/'));
  return numbers.map((number) => {
    const own = `${seed}/${id}/${number}`;
    const style = drawStyle(new Draw(own), stage);
    const files = programOf(style, stage);
    const choices = namesOf(style, stage);
    return { seed: own, choices, files: new Map([...start, ...files]), own: [...files.keys()] };
  });
}
