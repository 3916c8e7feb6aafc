import type { CommandDefinition } from './command-definition.ts';
import { helpOf } from './help.ts';
import { print } from './print.ts';
import { readArguments } from './read-arguments.ts';

export interface Command {
  readonly name: string;
  readonly help: string;
  /** Takes the arguments after the command's name, and gives the exit code. */
  run(args: readonly string[]): Promise<number>;
}

export function command<Name extends string>(definition: CommandDefinition<Name>): Command {
  const help = helpOf(definition);
  const wrong = (sentence: string): number => {
    console.error(`${sentence}\n\n${help}`);
    return 2;
  };
  return {
    name: definition.name,
    help,
    async run(args) {
      const read = readArguments(definition, args);
      switch (read.kind) {
        case 'help':
          print(help);
          return 0;
        case 'wrong':
          return wrong(read.sentence);
        case 'read': {
          const done = await definition.run(read.given);
          return typeof done === 'number' ? done : wrong(done.wrong);
        }
      }
    },
  };
}
