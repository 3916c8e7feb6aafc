/** What `ground-up prove --mutate` loads, from the sources only: it brings a parser that learners have no use for. */
export { mutateExercise } from './mutate.ts';
export { countsOf, countsText, problemsIn, stepsText } from './mutation-text.ts';
