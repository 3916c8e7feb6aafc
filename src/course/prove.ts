import { readdir } from 'node:fs/promises';
import type { LearnerRunner } from '../learner/learner-code.ts';
import { checkExercise } from './check.ts';
import type { OpenCheckStore } from './check-store.ts';
import { parseInstructions, sectionOfStep } from './instructions.ts';
import type { Course, CourseExercise } from './load-course.ts';
import { type ExerciseReport, firstOpenStep } from './report.ts';
import { composeSolution, composeStart, composeVariant, variantNames } from './workspace/compose.ts';
import { type Tree, textsOf } from './workspace/tree.ts';

export interface ProofRequest {
  readonly course: Course;
  readonly exercisesFolder: string;
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
}

/** One thing that was proved or was found wanting. */
export interface Proof {
  readonly exercise: string;
  /** What it is about: `start`, `solution`, `mistakes/names-swapped`, `step 1.5`, `files`. */
  readonly about: string;
  /** What is wrong; undefined when it holds. */
  readonly wrong: string | undefined;
}

/**
 * Proves the course: no start passes, every solution and alternative does, every mistake is told
 * by its own name, every step can be read, hinted at and checked, and no file is left over.
 */
export async function* proveCourse({
  course,
  exercisesFolder,
  runner,
  openStore,
}: ProofRequest): AsyncGenerator<Proof> {
  for (const each of course) {
    const { exercise } = each;
    const { id } = exercise;
    const verify = async (tree: Tree) => checkExercise({ exercise, files: sourcesOf(tree), runner, openStore });

    yield* proveText(each);
    yield { exercise: id, about: 'files', wrong: await strayFiles(each) };
    yield { exercise: id, about: 'start', wrong: wrongStart(await verify(await composeStart(exercisesFolder, id))) };
    yield {
      exercise: id,
      about: 'solution',
      wrong: wrongPass(await verify(await composeSolution(exercisesFolder, id))),
    };
    for (const name of await variantNames(exercisesFolder, id, 'alternatives')) {
      const tree = await composeVariant(exercisesFolder, id, 'alternatives', name);
      yield { exercise: id, about: `alternatives/${name}`, wrong: wrongPass(await verify(tree)) };
    }
    for (const name of await variantNames(exercisesFolder, id, 'mistakes')) {
      const tree = await composeVariant(exercisesFolder, id, 'mistakes', name);
      yield { exercise: id, about: `mistakes/${name}`, wrong: wrongMistake(await verify(tree), name) };
    }
  }
}

function* proveText({ exercise, instructions }: CourseExercise): Generator<Proof> {
  const parsed = parseInstructions(instructions);
  const numbers = exercise.steps.map(({ number }) => number);
  for (const step of exercise.steps) {
    const section = sectionOfStep(parsed, step.number);
    const missing = [
      ...(section === undefined || section.markdown === '' ? ['instructions'] : []),
      ...(step.hints.length === 0 ? ['a hint'] : []),
      ...(Object.keys(step.scenario).length === 0 ? ['a scenario'] : []),
      ...(step.afterwards === '' ? ['what you just did'] : []),
    ];
    const wrong = missing.length === 0 ? undefined : `has no ${missing.join(', no ')}`;
    yield { exercise: exercise.id, about: `step ${step.number}`, wrong };
  }
  for (const { number } of parsed.sections.filter((section) => !numbers.includes(section.number))) {
    yield { exercise: exercise.id, about: `README.md ${number}`, wrong: 'describes a step that does not exist' };
  }
}

const known = new Set([
  'README.md',
  'exercise.ts',
  'exercise.cjs',
  'exercise.cjs.map',
  'given',
  'solution',
  'mistakes',
  'alternatives',
  'equivalents.json',
  'steps',
]);

async function strayFiles({ folder }: CourseExercise): Promise<string | undefined> {
  const stray = (await readdir(folder)).filter((name) => !known.has(name));
  return stray.length === 0 ? undefined : `has files that nothing uses: ${stray.join(', ')}`;
}

function sourcesOf(tree: Tree): Map<string, string> {
  return new Map([...textsOf(tree)].filter(([path]) => path.startsWith('src/')));
}

/** Whoever has done nothing is told so, step by step, and nothing breaks. */
function wrongStart(report: ExerciseReport): string | undefined {
  const wrong = report.steps.filter(({ judgement }) => judgement.verdict !== 'notYet');
  return wrong.length === 0
    ? undefined
    : `is not “not yet” at ${wrong.map(({ number, judgement }) => `${number} (${judgement.verdict})`).join(', ')}`;
}

function wrongPass(report: ExerciseReport): string | undefined {
  const open = firstOpenStep(report);
  return open === undefined ? undefined : `does not pass ${told(open)}`;
}

function wrongMistake(report: ExerciseReport, name: string): string | undefined {
  const open = firstOpenStep(report);
  if (open === undefined) return 'passes';
  const { judgement } = open;
  return judgement.verdict === 'notYet' && judgement.mistake === name ? undefined : `is told as ${told(open)}`;
}

function told({ number, judgement }: ExerciseReport['steps'][number]): string {
  switch (judgement.verdict) {
    case 'pass':
      return `${number}: pass`;
    case 'notYet':
      return `${number}: ${judgement.mistake} (${judgement.told.headline})`;
    case 'couldNotRun':
      return `${number}: couldn’t run (${judgement.told.headline})`;
  }
}
