/** What `ground-up prove --mutate` loads, from the sources only: it brings a parser that learners have no use for. */
export { mutateExercise } from './mutate.ts';
export { countsOf, countsText, stepsText, wantingIn } from './mutation-text.ts';
