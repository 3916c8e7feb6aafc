/** What the editor loads once there is a tutorial to show; the root of a bundle of its own. */

export { createLearnerRunner } from '../learner/runner.ts';
export { findLentPackages } from '../learner/typescript/bundled-packages.ts';
export { findTests } from '../learner/typescript/tests/find-tests.ts';
export { runTestFile } from '../learner/typescript/tests/run-test-file.ts';
export { checkExercise } from './check.ts';
export { currentExercise } from './current-exercise.ts';
export { couldNotRun, tellStop, thrownText } from './feedback/failure-messages.ts';
export { parseInstructions } from './instructions.ts';
export { loadCourse } from './load-course.ts';
export { composeSolution } from './workspace/compose.ts';
export { openWorkspace } from './workspace/open-workspace.ts';
export { providePackages } from './workspace/provide-packages.ts';
export { readSourceFiles } from './workspace/source-files.ts';
export { textsOf } from './workspace/tree.ts';
export { makeTutorial } from './workspace/tutorial.ts';
