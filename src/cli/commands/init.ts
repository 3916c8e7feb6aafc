import { command } from '../command.ts';
import { print } from '../print.ts';
import { findResources } from '../resources.ts';

export const init = command({
  name: 'init',
  takes: 'DIRECTORY',
  about: "make the tutorial's workspace",
  words: 1,
  options: {},
  async run({ words: [directory] }) {
    if (directory === undefined) return { wrong: 'Say where: ground-up init DIRECTORY' };
    const { init: make } = await import('../init.ts');
    return make({ directory, exercisesFolder: findResources().exercisesFolder, print });
  },
});
