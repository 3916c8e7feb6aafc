import { checkExercise } from '../course/check.ts';
import type { OpenCheckStore } from '../course/check-store.ts';
import { currentExercise } from '../course/current-exercise.ts';
import { findExercise, loadCourse } from '../course/load-course.ts';
import { verdictOf } from '../course/report.ts';
import { readSourceFiles } from '../course/workspace/source-files.ts';
import type { Language } from '../learner/language.ts';
import { createLearnerRunner } from '../learner/runner.ts';
import { exitCodeOf } from './exit-code.ts';
import { reportText } from './report-text.ts';
import type { Resources } from './resources.ts';
import { createRuntimeOf, languages } from './runtime.ts';

export interface CheckOptions {
  /** The learner's workspace. */
  readonly directory: string;
  /** `1`, `01-start-game` or a branch; the one that is checked out otherwise. */
  readonly exercise: string | undefined;
  readonly json: boolean;
  /** Of all that is drawn; the same one gives the same check again. */
  readonly seed?: string | undefined;
  /** `typescript` or `python`; what the files are in otherwise. */
  readonly language?: string | undefined;
  /** The interpreter to run them with, where their language needs one; it is looked for otherwise. */
  readonly interpreter?: string | undefined;
  readonly resources: Resources;
  readonly print: (text: string) => void;
}

/** Only an exercise that stores events needs a server, and all that comes with one. */
const openStore: OpenCheckStore = async () => (await import('../grpc/bundle.ts')).openThrowawayStore();

/** Checks a working tree and says what came of it; the exit code tells the verdict. */
export async function check({
  directory,
  exercise,
  json,
  seed,
  resources,
  print,
  ...how
}: CheckOptions): Promise<number> {
  const course = await loadCourse(resources.exercisesFolder);
  const wanted = exercise === undefined ? await currentExercise(course, directory) : findExercise(course, exercise);
  if (wanted === undefined) {
    const names = course.map((each) => each.exercise.id).join(', ');
    print(`There is no exercise “${exercise ?? ''}”. There are: ${names}`);
    return 2;
  }
  const sources = await sourcesIn(directory, how.language);
  if (sources === undefined) {
    print(`There is no language “${how.language}”. There are: ${languages.map(({ id }) => id).join(', ')}`);
    return 2;
  }
  const { language, files } = sources;
  if (files.size === 0) {
    print(
      `There is no source file in ${directory}/${language.sources.folder}. Go to the workspace of the tutorial, or name it with --dir.`,
    );
    return 2;
  }
  const runtime = await createRuntimeOf({ language, resources, workspace: directory, interpreter: how.interpreter });
  const runner = createLearnerRunner(runtime);
  try {
    const report = await checkExercise({
      exercise: wanted.exercise,
      files,
      runner,
      openStore,
      ...(seed !== undefined && { seed }),
    });
    print(json ? JSON.stringify(report, null, 2) : reportText(report));
    return exitCodeOf(verdictOf(report));
  } finally {
    runner.dispose();
  }
}

interface Found {
  readonly language: Language;
  readonly files: ReadonlyMap<string, string>;
}

/** The files in the language that was asked for, or in the first one that there are any in; undefined where there is none of that name. */
async function sourcesIn(directory: string, wanted: string | undefined): Promise<Found | undefined> {
  const asked = languages.filter(({ id }) => wanted === undefined || id === wanted);
  const read = asked.map(async (language) => ({ language, files: await readSourceFiles(directory, language) }));
  const found = await Promise.all(read);
  return found.find(({ files }) => files.size > 0) ?? found[0];
}
