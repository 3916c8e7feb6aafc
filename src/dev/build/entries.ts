import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { inRoot, root } from '../root.ts';

/** One bundle: the source file it starts at and the file it becomes, relative to `dist`. */
export interface Entry {
  readonly source: string;
  readonly output: string;
}

/** What Node runs and nothing else leads to. Whatever these import lazily is found by the build itself. */
export const nodeEntries: readonly Entry[] = [
  { source: inRoot('src/extension.ts'), output: 'extension.js' },
  { source: inRoot('src/learner/typescript/driver/main.ts'), output: 'driver.js' },
  { source: inRoot('src/learner/typescript/tests/test-driver.ts'), output: 'test-driver.js' },
  { source: inRoot('src/eventstore/projections/runtime/main.ts'), output: 'projection.js' },
  { source: inRoot('src/cli/main.ts'), output: 'cli.js' },
  { source: inRoot('src/testing/testing.ts'), output: 'testing.js' },
];

/** `media/panel/main.ts` and `media/panel/panel.css` are what the page named panel loads. */
export const browserEntries = (): readonly Entry[] =>
  found('media/*/main.ts').flatMap((source) => {
    const name = basename(dirname(source));
    const style = join(dirname(source), `${name}.css`);
    return [{ source, output: `${name}.js` }, ...(existsSync(style) ? [{ source: style, output: `${name}.css` }] : [])];
  });

/** Exercises, and the stages of their solutions, end in `.cjs` since they lie below a package.json that makes `.js` a module. */
export const exerciseEntries = (): readonly Entry[] =>
  found('exercises/*/{exercise.ts,*/stages.ts}').map((source) => ({
    source,
    output: relative(root, source).replace(/\.ts$/, '.cjs'),
  }));

function found(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .sort()
    .map((path) => join(root, path));
}
