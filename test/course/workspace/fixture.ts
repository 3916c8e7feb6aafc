import { mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A test, or whatever else says when it is over. */
export interface Owner {
  after(cleanUp: () => Promise<void>): void;
}

/** A folder of the test's own, gone when the test is over. */
export async function temporaryFolder(test: Owner, name = 'ground-up-'): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), name)));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** A course of three small exercises and one to read, in the shape of the real one. */
export async function smallCourse(test: Owner): Promise<string> {
  const folder = await temporaryFolder(test, 'ground-up-course-');
  await write(folder, {
    'base/typescript/README.md': 'Welcome.\n',
    'base/typescript/.gitignore': '*.log\nnode_modules/\n',
    'base/typescript/.ground-up/course.json': '{"course":"small"}\n',
    ...exercise('00-read', '00-read'),
    ...exercise('01-one', '01-exercise-one'),
    '01-one/typescript/given/src/domain/game.ts': 'export class Game {}\n',
    '01-one/typescript/solution/src/domain/game.ts': 'export class Game { one = 1; }\n',
    '01-one/typescript/solution/src/domain/errors.ts': 'export class OneError extends Error {}\n',
    '01-one/typescript/mistakes/wrong/src/domain/game.ts': 'export class Game { one = 2; }\n',
    '01-one/typescript/alternatives/private/src/domain/game.ts': 'export class Game { #one = 1; }\n',
    ...exercise('02-two', '02-exercise-two'),
    '02-two/typescript/given/src/domain/board.ts': 'export const board = [];\n',
    '02-two/typescript/given/test/game.test.ts': 'export const test = 2;\n',
    '02-two/typescript/solution/src/domain/game.ts': 'export class Game { two = 2; }\n',
    ...exercise('03-three', '03-exercise-three'),
    '03-three/typescript/given/src/domain/errors.ts': 'export class ThreeError extends Error {}\n',
    '03-three/typescript/given/src/persistence/store.ts': 'export const store = 3;\n',
    '03-three/typescript/solution/src/persistence/store.ts': 'export const store = 33;\n',
  });
  return folder;
}

function exercise(id: string, branch: string): Record<string, string> {
  const definition = { id, branch, title: id, summary: `About ${id}.`, steps: [] };
  return {
    [`${id}/exercise.cjs`]: `module.exports = ${JSON.stringify(definition)};\n`,
    [`${id}/README.md`]: `# ${id}\n`,
  };
}

/** Everything below a folder, .git included: what each path is and holds. */
export async function everyByte(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const states = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) return [path, `link to ${await readlink(path)}`] as const;
    return [path, entry.isFile() ? (await readFile(path)).toString('latin1') : 'folder'] as const;
  });
  return new Map((await Promise.all(states)).sort(([one], [other]) => (one < other ? -1 : 1)));
}
