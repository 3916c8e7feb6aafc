/** What the editor loads once there is a tutorial to show; the root of a bundle of its own. */
export { findLentPackages } from '../learner/lent-packages.ts';
export { createLearnerRunner } from '../learner/runner.ts';
export { findTests } from '../learner/tests/find-tests.ts';
export { runTestFile } from '../learner/tests/run-test-file.ts';
export { checkExercise } from './check.ts';
export { currentExercise } from './current-exercise.ts';
export { parseInstructions } from './instructions.ts';
export { loadCourse } from './load-course.ts';
export { couldNotRun, tellStop, thrownText } from './mishaps.ts';
export { composeSolution } from './workspace/compose.ts';
export { lendPackages } from './workspace/lend.ts';
export { openWorkspace } from './workspace/open-workspace.ts';
export { textsOf } from './workspace/tree.ts';
export { makeTutorial } from './workspace/tutorial.ts';
export { readSourceFiles } from './workspace-files.ts';
