#!/usr/bin/env node
import { messageOf } from '../base/errors.ts';
import { isSimilar } from '../base/similar.ts';
import { check } from './commands/check.ts';
import { doctor } from './commands/doctor.ts';
import { init } from './commands/init.ts';
import { play } from './commands/play.ts';
import { prove } from './commands/prove.ts';
import { run } from './commands/run.ts';
import { serve } from './commands/serve.ts';
import { print } from './print.ts';

const commands = [init, check, run, play, serve, doctor, prove];

const help = `ground-up: event sourcing from the ground up, in a terminal

${commands.map((each) => each.help).join('\n')}

  ground-up COMMAND --help            that command alone
  ground-up --version                 which one this is
`;

/** Runs one command; the number is what the shell is told. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    const { ownVersion } = await import('./version.ts');
    print(ownVersion());
    return 0;
  }
  const asksForHelp = name === 'help' || name === '--help' || name === '-h';
  const wanted = asksForHelp ? args[0] : name;
  if (wanted === undefined) {
    print(help);
    return asksForHelp ? 0 : 2;
  }
  const command = commands.find((each) => each.name === wanted);
  if (command === undefined) return unknown(wanted);
  return command.run(asksForHelp ? ['--help'] : args);
}

function unknown(name: string): number {
  const similar = commands.find((command) => isSimilar(command.name, name));
  console.error(
    `There is no command “${name}”.${similar === undefined ? '' : ` Was “${similar.name}” meant?`}\n\n${help}`,
  );
  return 2;
}

// No await here: the command line is bundled as CommonJS, which has none outside functions.
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 2;
  },
);
