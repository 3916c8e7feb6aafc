import * as v from 'valibot';
import type { Exercise } from '../exercise.ts';
import { composeSolution, composeStart } from './compose.ts';
import { editTree } from './edit-tree.ts';
import { Edits, type InLanguage, readList } from './read-list.ts';
import type { TextEdit } from './text-edit.ts';
import type { Tree } from './tree.ts';

/**
 * What the solution was before a step, told backwards: the solution after it with a few edits. With one of these for each step
 * but the first, the solution up to any step follows from the whole one, and no line of it is written twice.
 */
export interface Stage {
  /** The number of the step: `1.5` */
  readonly before: string;
  /** Files that were still as the exercise hands them out, or not there at all. */
  readonly asGiven?: readonly string[];
  /** Of the solution up to this step; a step without edits and files adds nothing. */
  readonly edits?: readonly TextEdit[];
}

const text = v.pipe(v.string(), v.nonEmpty());

const Stages: v.GenericSchema<unknown, Stage[]> = v.array(
  v.strictObject({
    before: text,
    asGiven: v.exactOptional(v.pipe(v.array(text), v.nonEmpty())),
    edits: v.exactOptional(Edits),
  }),
);

/** Those that the exercise's stages.ts lists. */
export async function readStages(of: InLanguage): Promise<readonly Stage[]> {
  return readList(of, 'stages', Stages);
}

/**
 * The workspace of somebody who has solved the exercise as far as this step, and no further.
 * @throws when there is no such step, stages.ts says nothing about a later one, or one of its edits isn't found exactly once.
 */
export async function composeSolutionUpTo(
  exercisesFolder: string,
  { id, steps }: Pick<Exercise, 'id' | 'steps'>,
  step: string,
  language: string,
): Promise<Tree> {
  const start = await composeStart(exercisesFolder, id, language);
  const stages = await readStages({ exercisesFolder, id, language });
  const numbers = steps.map(({ number }) => number);
  if (!numbers.includes(step)) throw new Error(`exercise ${id} has no step ${step}`);
  return numbers.slice(numbers.indexOf(step) + 1).reduceRight(
    (solution, later) => {
      const stage = stages.find(({ before }) => before === later);
      if (stage === undefined) throw new Error(`stages.ts does not say what was before ${later}`);
      return takenBack(solution, stage, start);
    },
    await composeSolution(exercisesFolder, id, language),
  );
}

function takenBack(solution: Tree, { asGiven = [], edits = [] }: Stage, start: Tree): Tree {
  const before = new Map(editTree(solution, edits));
  for (const path of asGiven) {
    const given = start.get(path);
    if (given === undefined) before.delete(path);
    else before.set(path, given);
  }
  return before;
}
