import type { TestPath } from '../../learner-tests.ts';

/** A regular expression for just this test and what is in it; `node:test` holds it against the names joined by spaces. */
export function patternFor(path: TestPath): string {
  return `^${path
    .join(' ')
    .trim()
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`;
}
