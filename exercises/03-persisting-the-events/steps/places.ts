import type { CodePattern, CodePlace } from '../../../src/learner/language.ts';

const repository = 'persistence/event-store-db';
const mapping = 'persistence/event-mapping';

/** A place in the repository. */
export function inRepository(member: string, ...pattern: readonly CodePattern[]): CodePlace {
  return { module: repository, member, ...(pattern.length > 0 && { pattern }) };
}

/** Where events are turned into what is stored; learners may have moved that into the repository. */
export const writing: readonly CodePlace[] = [
  { module: mapping, member: 'toEventData' },
  inRepository('toEventData'),
  inRepository('add'),
];

/** Where what is stored is turned into events. */
export const reading: readonly CodePlace[] = [
  { module: mapping, member: 'toGameEvent' },
  inRepository('toGameEvent'),
  inRepository('get'),
];

export const appending = inRepository('add', 'calls:appendToStream');
export const readingStream = inRepository('get', 'calls:readStream');
