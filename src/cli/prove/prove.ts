import type { OpenCheckStore } from '../../course/check-store.ts';
import { type Course, findExercise, isWrittenIn, loadCourse } from '../../course/load-course.ts';
import { proveCourse } from '../../course/proof/prove.ts';
import { createLearnerRunner } from '../../learner/runner.ts';
import type { Resources } from '../resources.ts';
import { createRuntimeOf, languages, language as usual } from '../runtime.ts';
import { mutate } from './mutate.ts';
import type { ProofOptions } from './proof-options.ts';
import { mutateStyles, proveStyles } from './prove-styles.ts';

const openStore: OpenCheckStore = async () => (await import('../../grpc/bundle.ts')).openThrowawayStore();

export interface ProveOptions {
  readonly resources: Resources;
  /** `1`, `01-start-game` or a branch; the whole course otherwise. */
  readonly exercise: string | undefined;
  /** What the programs are written in, by its id; the usual one otherwise. */
  readonly language: string | undefined;
  /** The interpreter for it, where it needs one. */
  readonly interpreter: string | undefined;
  /** Whether the checks are tried on small mistakes instead. */
  readonly mutate: boolean;
  /** Whether they are tried on right programs in many styles instead of the solutions. */
  readonly styles: boolean;
  /** Whether it is to be printed what each mistake is told. */
  readonly headlines: boolean;
  /** Of all that is drawn; the same one gives the same run again. */
  readonly seed: string | undefined;
  /** How many programs in other styles; each run has its own number unless it is said. */
  readonly count: number | undefined;
  /** Which of the seed's programs, from 0. */
  readonly only: readonly number[] | undefined;
  readonly print: (line: string) => void;
}

/** Proves the course and says what does not hold; the exit code is 0 only when nothing was. */
export async function prove({ resources, exercise, seed, print, interpreter, ...how }: ProveOptions): Promise<number> {
  const { exercisesFolder } = resources;
  const language = languages.find(({ id }) => id === (how.language ?? usual.id));
  if (language === undefined) {
    print(`There is no language “${how.language}”. There are: ${languages.map(({ id }) => id).join(', ')}`);
    return 2;
  }
  const course = chosen(await loadCourse(exercisesFolder), exercise).filter((each) => isWrittenIn(each, language.id));
  if (course.length === 0) {
    print(`There is no exercise${exercise === undefined ? '' : ` “${exercise}”`} in ${language.name}.`);
    return 2;
  }
  const runner = createLearnerRunner(await createRuntimeOf({ language, resources, interpreter }));
  try {
    return await proveBy(how, {
      course,
      exercisesFolder,
      runner,
      openStore,
      print,
      ...(seed !== undefined && { seed }),
    });
  } finally {
    runner.dispose();
  }
}

type How = Pick<ProveOptions, 'mutate' | 'styles' | 'headlines' | 'count' | 'only'>;

function proveBy({ mutate: mutates, styles, headlines, count, only }: How, options: ProofOptions): Promise<number> {
  if (styles && mutates) return mutateStyles({ ...options, count: count ?? 40, only });
  if (styles) return proveStyles({ ...options, count: count ?? 400, only });
  return mutates ? mutate(options) : proveAll(options, headlines);
}

function chosen(course: Course, exercise: string | undefined): Course {
  if (exercise === undefined) return course;
  const found = findExercise(course, exercise);
  return found === undefined ? [] : [found];
}

/** With `headlines` what each mistake is told comes as a row of a table in Markdown. */
async function proveAll({ print, ...request }: ProofOptions, headlines: boolean): Promise<number> {
  let proved = 0;
  let failed = 0;
  const stages = new Map<string, string[]>();
  if (headlines) print('| step | verdict | program | headline |\n| --- | --- | --- | --- |');
  for await (const { exercise, about, wrong, told, upTo } of proveCourse(request)) {
    if (headlines && told !== undefined)
      print(`| ${told.step} | ${told.mistake} | ${exercise} ${about} | ${told.headline.replaceAll('|', '\\|')} |`);
    if (wrong !== undefined) {
      failed++;
      print(`✗ ${exercise} ${about} ${wrong}`);
      continue;
    }
    proved++;
    if (upTo !== undefined) stages.set(exercise, [...(stages.get(exercise) ?? []), upTo]);
  }
  print('The solution up to each step passes just the steps so far:');
  for (const [exercise, steps] of stages) print(`    ${exercise}: ${steps.join(', ')}`);
  print(`${proved} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
