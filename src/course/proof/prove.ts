import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../base/errors.ts';
import type { Language } from '../../learner/language.ts';
import type { LearnerRunner } from '../../learner/learner-code.ts';
import { checkExercise } from '../check.ts';
import type { OpenCheckStore } from '../check-store.ts';
import { hintsIn, type Step } from '../exercise.ts';
import { parseInstructions, sectionOfStep } from '../instructions.ts';
import type { Course, CourseExercise } from '../load-course.ts';
import { type ExerciseReport, firstOpenStep } from '../report.ts';
import { composeSolution, composeStart, composeVariant, variantNames } from '../workspace/compose.ts';
import type { InLanguage } from '../workspace/read-list.ts';
import { sourcesOf } from '../workspace/source-files.ts';
import type { Tree } from '../workspace/tree.ts';
import {
  composeEdits,
  composeMistake,
  type Mistake,
  readAlternatives,
  readMistakes,
  strayMistakes,
} from './mistakes.ts';
import { proveStages, strayStages } from './stages.ts';

export interface ProofRequest {
  readonly course: Course;
  readonly exercisesFolder: string;
  /** Of one language; proved is what the exercises have in its folders. */
  readonly runner: LearnerRunner;
  readonly openStore: OpenCheckStore;
  /** Of what the checks draw; each draws its own where there is none. */
  readonly seed?: string;
}

/** One thing that holds or does not. */
export interface Proof {
  readonly exercise: string;
  /** What it is about: `start`, `solution`, `solution up to 1.4`, `mistakes/names-swapped`, `step 1.5`, `files`. */
  readonly about: string;
  /** What is wrong; undefined when it holds. */
  readonly wrong: string | undefined;
  /** The step up to which the solution was proved. */
  readonly upTo?: string;
  /** What a learner with this mistake is told, and at which step. */
  readonly told?: { readonly step: string; readonly mistake: string; readonly headline: string };
}

/**
 * Proves the course: no start passes, every solution and alternative does, the solution up to a step passes just as far, every
 * mistake is told by its own name at its own step, every step can be read, hinted at and checked, and no file is left over.
 */
export async function* proveCourse({
  course,
  exercisesFolder,
  runner,
  openStore,
  seed,
}: ProofRequest): AsyncGenerator<Proof> {
  const language = runner.language.id;
  for (const each of course) {
    const { exercise } = each;
    const { id } = exercise;
    const verify = (tree: Tree) =>
      checkExercise({
        exercise,
        files: sourcesOf(tree, runner.language),
        runner,
        openStore,
        ...(seed !== undefined && { seed }),
      });

    yield* proveText(each, runner.language);
    const of = { exercisesFolder, id, language };
    const mistakes = await readMistakes(of);
    yield { exercise: id, about: 'files', wrong: strayText(await strayFiles(each, of, mistakes)) };
    const start = await composeStart(exercisesFolder, id, language);
    yield { exercise: id, about: 'start', wrong: wrongStart(await verify(start)) };
    const solution = await composeSolution(exercisesFolder, id, language);
    yield { exercise: id, about: 'solution', wrong: wrongPass(await verify(solution)) };
    for await (const stage of proveStages({ exercise, exercisesFolder, language: runner.language, verify }))
      yield { exercise: id, ...stage };
    for (const name of await variantNames(exercisesFolder, id, 'alternatives', language)) {
      const tree = await composeVariant(exercisesFolder, id, 'alternatives', name, language);
      yield { exercise: id, about: `alternatives/${name}`, wrong: wrongPass(await verify(tree)) };
    }
    for (const { name, edits } of await readAlternatives(of)) {
      const tree = await composeEdits(of, edits);
      yield { exercise: id, about: `alternatives/${name}`, wrong: wrongPass(await verify(tree)) };
    }
    for (const mistake of mistakes) {
      yield { exercise: id, about: `mistakes/${mistake.name}`, ...(await proveMistake(of, mistake, verify)) };
    }
  }
}

function* proveText({ exercise, instructions }: CourseExercise, language: Language): Generator<Proof> {
  const parsed = parseInstructions(instructions);
  const numbers = exercise.steps.map(({ number }) => number);
  for (const step of exercise.steps) {
    const section = sectionOfStep(parsed, step.number);
    const missing = [
      ...(section === undefined || section.markdown === '' ? ['instructions'] : []),
      ...(hasHints(step, language) ? [] : ['a hint']),
      ...(Object.keys(step.drawn('prove').scenario).length === 0 ? ['a scenario'] : []),
      ...(step.afterwards === '' ? ['what you just did'] : []),
    ];
    const wrong = missing.length === 0 ? undefined : `has no ${missing.join(', no ')}`;
    yield { exercise: exercise.id, about: `step ${step.number}`, wrong };
  }
  for (const { number } of parsed.sections.filter((section) => !numbers.includes(section.number))) {
    yield { exercise: exercise.id, about: `README.md ${number}`, wrong: 'describes a step that does not exist' };
  }
}

/** Each of them in this language. */
function hasHints(step: Step, language: Language): boolean {
  try {
    return hintsIn(step, language).length > 0;
  } catch {
    return false;
  }
}

const known = new Set(['README.md', 'exercise.ts', 'exercise.cjs', 'exercise.cjs.map', 'steps']);
const knownInLanguage = new Set([
  'given',
  'solution',
  'stages.ts',
  'stages.cjs',
  'stages.cjs.map',
  'mistakes.ts',
  'mistakes',
  'alternatives.ts',
  'alternatives',
  'equivalents.json',
]);

async function strayFiles(
  { exercise, folder }: CourseExercise,
  of: InLanguage,
  mistakes: readonly Mistake[],
): Promise<readonly string[]> {
  const inLanguage = await readdir(join(folder, of.language));
  return [
    ...(await readdir(folder)).filter((name) => !known.has(name) && !isOfLanguage(join(folder, name))),
    ...inLanguage.filter((name) => !knownInLanguage.has(name)).map((name) => `${of.language}/${name}`),
    ...(await strayMistakes(of, mistakes)),
    ...(await strayStages(of, exercise)),
  ];
}

/** Whether a folder holds what is written in one language. */
function isOfLanguage(folder: string): boolean {
  return existsSync(join(folder, 'given')) || existsSync(join(folder, 'solution'));
}

function strayText(stray: readonly string[]): string | undefined {
  return stray.length === 0 ? undefined : `has what nothing uses: ${stray.join(', ')}`;
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

async function proveMistake(
  of: InLanguage,
  mistake: Mistake,
  verify: (tree: Tree) => Promise<ExerciseReport>,
): Promise<Pick<Proof, 'wrong' | 'told'>> {
  let tree: Tree;
  try {
    tree = await composeMistake(of, mistake);
  } catch (error) {
    return { wrong: `can’t be composed: ${messageOf(error)}` };
  }
  const open = firstOpenStep(await verify(tree));
  if (open === undefined) return { wrong: 'passes' };
  const { number, judgement } = open;
  const wrong = `is to be told at ${mistake.step}, and is told as ${told(open)}`;
  if (judgement.verdict !== 'notYet') return { wrong };
  const isTold = judgement.mistake === (mistake.toldAs ?? mistake.name) && number === mistake.step;
  const { headline } = judgement.told;
  return { wrong: isTold ? undefined : wrong, told: { step: number, mistake: judgement.mistake, headline } };
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
