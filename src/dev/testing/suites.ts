import { existsSync, globSync } from 'node:fs';
import { inRoot, root } from '../root.ts';
import { commandSuite } from './command-suite.ts';
import { nodeSuite } from './node-suite.ts';
import type { Suite } from './suite.ts';

const { execPath } = process;

export const typeSuites = (): readonly Suite[] =>
  ['.', 'media'].map((project) =>
    commandSuite(`types of ${project === '.' ? 'src, test and exercises' : project}`, execPath, [
      inRoot('node_modules/typescript/bin/tsc'),
      '-p',
      project,
    ]),
  );

export const lintSuite = (): Suite =>
  commandSuite('lint and format', execPath, [
    inRoot('node_modules/@biomejs/biome/bin/biome'),
    'ci',
    '--error-on-warnings',
    '.',
  ]);

/** Everything that needs no process, no server, no browser and no editor; so one process does for all of it. */
export const unitSuite = (): Suite => nodeSuite('unit tests', testFiles(isUnit), { inOneProcess: true });

/** What starts processes and servers, waits for them, or tries something very often: each file in a process of its own. */
export const slowSuite = (): Suite =>
  nodeSuite(
    'slow tests',
    testFiles((file) => !isElsewhere(file) && file.endsWith('.slow.test.ts')),
  );

/** What is shown in the browser, alone in a page of its own. */
export const browserSuite = (): Suite =>
  nodeSuite('components in a browser', testFiles(in_('test/media')), { concurrency: 2 });

/** What a learner does from beginning to end, in VS Code with the packaged extension: a file may take long where much else is done. */
export const endToEndSuite = (): Suite =>
  nodeSuite('end to end in VS Code', testFiles(in_('test/vscode/e2e')), { concurrency: 2, fileLimit: 900_000 });

const in_ = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

const isElsewhere = (file: string): boolean => in_('test/vscode')(file) || in_('test/media')(file);

const isUnit = (file: string): boolean => !isElsewhere(file) && !file.endsWith('.slow.test.ts');

function testFiles(wanted: (file: string) => boolean): readonly string[] {
  if (!existsSync(inRoot('test'))) return [];
  return globSync('test/**/*.test.ts', { cwd: root, exclude: ['**/fixtures/**', '**/node_modules/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(wanted)
    .sort()
    .map((file) => inRoot(file));
}
