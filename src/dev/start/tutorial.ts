import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../program.ts';
import { inRoot } from '../root.ts';

const marker = join('.ground-up', 'course.json');

/**
 * Makes the tutorial's workspace with `ground-up init`, or finds the one that is there already, and
 * says which folder to open. What somebody wrote in it stays as it is; a folder with other things in it is refused.
 */
export async function prepareTutorial(folder: string): Promise<string> {
  if (isTutorial(folder)) {
    console.log(`Going on with the tutorial in ${folder}`);
  } else {
    console.log(`Making the tutorial in ${folder} …`);
    const { code, output } = await runProgram(process.execPath, [inRoot('dist', 'cli.js'), 'init', folder]);
    if (code !== 0) throw new Error(`${output.trim()}\nAnother folder: npm start FOLDER`);
  }
  return firstExercise(folder);
}

const isTutorial = (folder: string): boolean => existsSync(join(folder, marker));

/** Where git is missing, the exercises are folders side by side, each a workspace of its own. */
function firstExercise(folder: string): string {
  const names = readdirSync(folder, { withFileTypes: true });
  const exercises = names.filter((entry) => entry.isDirectory() && isTutorial(join(folder, entry.name)));
  const [first] = exercises.map(({ name }) => name).sort();
  return first === undefined ? folder : join(folder, first);
}
