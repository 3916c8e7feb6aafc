import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../../src/dev/root.ts';

/** Path → text. */
export type Files = Readonly<Record<string, string>>;

export const game = 'src/domain/game.ts';
export const solved = 'solutions/01-exercise-start-game';
export const started = '01-exercise-start-game';

/** Puts a branch into a repository as a push would: nothing of it is checked out. */
export function addBranch(folder: string, name: string, from: string, files: Files = {}, author = 'Ann'): void {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const commit = [
    `commit refs/heads/${name}\n`,
    `committer ${author} <ann@localhost> 1720600000 +0000\n`,
    data(`What ${author} did`),
    `from refs/heads/${from}^0\n`,
    ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
  ];
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commit.join('') });
}

export const solution = readFileSync(inRoot('exercises/01-start-game/typescript/solution', game), 'utf8');

/** What learners of exercise 1 write, from nearly right to hopeless. */
export const attempts = {
  /** The event is applied and then forgotten. */
  forgetful: { [game]: solution.replace('this.events.push(event);', '') },
  /** Starting a game never comes back. */
  endless: { [game]: solution.replace('this.processEvent', 'for (;;);\n    this.processEvent') },
  unreadable: { [game]: solution.replace('class Game {', 'class Game (') },
} satisfies Readonly<Record<string, Files>>;
