/** What the editor loads when branches are to be validated; the root of a bundle of its own. */
export { loadCourse } from '../load-course.ts';
export { listBranches } from '../workspace/branches.ts';
export { composeSolution } from '../workspace/compose.ts';
export { openRepository } from '../workspace/repository.ts';
export { textsOf } from '../workspace/tree.ts';
export { choicesOf } from './choose.ts';
export { exportMatrix } from './export.ts';
export { validateBranches } from './validate.ts';
