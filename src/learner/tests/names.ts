/** A test by its own name, behind the names of what it is in. */
export type TestPath = readonly string[];

/** As `node:test` tells a test its own whole name. */
export const fullNameOf = (path: TestPath): string => path.join(' > ');

/** A regular expression for just this test and what is in it; `node:test` holds it against the names joined by spaces. */
export function patternFor(path: TestPath): string {
  return `^${path
    .join(' ')
    .trim()
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`;
}
