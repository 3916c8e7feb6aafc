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

/** Everything that needs neither a browser nor an editor nor much time. */
export const unitSuites = (): readonly Suite[] => {
  const pure = testFiles((file) => isUnit(file) && isPure(file));
  const others = testFiles((file) => isUnit(file) && !isPure(file));
  return [nodeSuite('unit tests of what only computes', pure, { inOneProcess: true }), nodeSuite('unit tests', others)];
};

/** Tests below these start no server and no process, so that a process for each file would be most of what they cost. */
const pureFolders = [
  'test/application',
  'test/base',
  'test/course/feedback',
  'test/course/observation',
  'test/domain',
  'test/editor/branches',
  'test/editor/guide',
  'test/pages',
  'test/storming',
  'test/timeline',
];

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

const isPure = (file: string): boolean => pureFolders.some((folder) => in_(folder)(file));

function testFiles(wanted: (file: string) => boolean): readonly string[] {
  if (!existsSync(inRoot('test'))) return [];
  return globSync('test/**/*.test.ts', { cwd: root, exclude: ['**/fixtures/**', '**/node_modules/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(wanted)
    .sort()
    .map((file) => inRoot(file));
}
