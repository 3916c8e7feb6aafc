/** What `ground-up prove --styles` loads, from the sources only: it writes programs, of which learners write their own. */
export { mutateStyles } from './mutate-styles.ts';
export { proveStyles } from './prove-styles.ts';
export { filesText, rejectedText, survivorText } from './styles-text.ts';
