/** What the editor loads once there is a tutorial to show; the root of a bundle of its own. */

export { createLearnerRunner } from '../learner/runner.ts';
export { providePackages } from '../learner/typescript/packages/provide-packages.ts';
export { findProvidedPackages } from '../learner/typescript/packages/provided-packages.ts';
export { createTypeScriptRuntime } from '../learner/typescript/runtime.ts';
export { checkExercise } from './check.ts';
export { currentExercise } from './current-exercise.ts';
export { couldNotRun, tellStop, thrownText } from './feedback/failure-messages.ts';
export { isSourceOf } from './git/read-tree.ts';
export { parseInstructions } from './instructions.ts';
export { findExercise, loadCourse } from './load-course.ts';
export { missingMembers } from './missing-members.ts';
export { composeStart } from './workspace/compose.ts';
export { openWorkspace } from './workspace/open-workspace.ts';
export { readSourceFiles, sourcesOf } from './workspace/source-files.ts';
export { composeSolutionUpTo } from './workspace/stages.ts';
export { makeTutorial } from './workspace/tutorial.ts';
