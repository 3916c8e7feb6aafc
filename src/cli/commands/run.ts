import { command } from '../command.ts';
import { print } from '../print.ts';
import { findResources } from '../resources.ts';

export const run = command({
  name: 'run',
  takes: '[FILE [ARGUMENTS]]',
  about: 'run your own program (default: src/cli.ts, the game)',
  words: 1,
  passesOn: true,
  options: {
    dir: { kind: 'text', value: 'DIRECTORY', about: 'the workspace (default: this folder); before FILE' },
  },
  async run(given) {
    const [entry, ...args] = given.words;
    const { run: runFile } = await import('../run.ts');
    return runFile({ directory: given.text('dir') ?? '.', entry, args, resources: findResources(), print });
  },
});
