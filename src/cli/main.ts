#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { messageOf } from '../base/errors.ts';
import { findResources } from './resources.ts';

const help = `ground-up: event sourcing from the ground up, in a terminal

  ground-up init DIRECTORY            make the tutorial's workspace
  ground-up check [EXERCISE]          check your code; 0 passed, 1 not yet, 2 couldn't run
      --dir DIRECTORY                 the workspace (default: this folder)
      --json                          the whole report as JSON
      --seed SEED                     of names and games that are drawn; a report tells its own
      --branches 'learner/*'          check branches instead, local and remote, without touching your files
      --format FORMAT                 of the branches' matrix: text, markdown, json or junit
      --out FILE                      write it there
  ground-up run [FILE [ARGUMENTS]]    run your own program (default: src/cli.ts, the game)
      --dir DIRECTORY                 the workspace (default: this folder)
  ground-up play                      play Connect Four, event-sourced
      --data DIRECTORY                keep the events there (default: in memory)
      --game ID                       go on with a game that was begun
  ground-up serve                     an event store for every EventStoreDB client
      --port NUMBER                   default 2113; 0 takes any that is free
      --data DIRECTORY                keep the events there
      --memory                        keep them in memory only (the default)
      --tls-cert FILE --tls-key FILE  encrypt, and ask who calls: admin, changeit (default: --insecure, on loopback)
      --print-connection-string       print that alone, and end with the program that asked
      --verify                        go through all of the store in --data; 0 sound, 1 damaged
      --export FILE                   write every event that can be read as a line of JSON ("-": to the output)
      --import FILE                   make a new store in --data out of such lines ("-": from the input)
  ground-up prove                     prove that the course itself is sound
      --exercise EXERCISE             one of its exercises only
      --headlines                     say what each mistake is told, as a table in Markdown
      --mutate                        try the checks on every small mistake in the solutions
      --styles                        try them on right programs in many styles; with --mutate, on mistakes in those
      --count NUMBER                  how many programs for each exercise (default: 400; 40 with --mutate)
      --only NUMBER,NUMBER            these of the seed's programs, and show them
      --seed SEED                     of all that is drawn; the same one gives the same run again
`;

const options = {
  dir: { type: 'string' },
  data: { type: 'string' },
  game: { type: 'string' },
  port: { type: 'string' },
  memory: { type: 'boolean' },
  'print-connection-string': { type: 'boolean' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  insecure: { type: 'boolean' },
  verify: { type: 'boolean' },
  export: { type: 'string' },
  import: { type: 'string' },
  json: { type: 'boolean' },
  branches: { type: 'string', multiple: true },
  format: { type: 'string' },
  out: { type: 'string' },
  exercise: { type: 'string' },
  headlines: { type: 'boolean' },
  mutate: { type: 'boolean' },
  styles: { type: 'boolean' },
  count: { type: 'string' },
  only: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

/** Runs one command; the number is what the shell is told. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, argument, ...rest] = positionals;
  if (values.help || command === undefined) {
    console.log(help);
    return values.help ? 0 : 2;
  }
  if (command === 'run') return runProgram(argument, rest, values);
  if (rest.length > 0) return wrong(`“${rest.join(' ')}” is one argument too many.`);
  return run(command, argument, values);
}

async function run(command: string, argument: string | undefined, values: Values): Promise<number> {
  switch (command) {
    case 'init':
      return argument === undefined ? wrong('Say where: ground-up init DIRECTORY') : runInit(argument);
    case 'check':
      return runCheck(argument, values);
    case 'play':
      return runPlay(values);
    case 'serve':
      return runServe(values);
    case 'prove':
      return runProve(values);
    default:
      return wrong(`There is no command “${command}”.`);
  }
}

async function runInit(directory: string): Promise<number> {
  const { init } = await import('./init.ts');
  return init({ directory, exercisesFolder: findResources().exercisesFolder, print });
}

async function runCheck(exercise: string | undefined, values: Values): Promise<number> {
  const { dir = '.', json = false, branches, format, out, seed } = values;
  if (branches !== undefined) return runCheckBranches(exercise, branches, values);
  if (format !== undefined || out !== undefined) return wrong('--format and --out go with --branches.');
  const { check } = await import('./check.ts');
  return check({ directory: dir, exercise, json, seed, resources: findResources(), print });
}

async function runProgram(entry: string | undefined, args: readonly string[], { dir = '.' }: Values): Promise<number> {
  const { run } = await import('./run.ts');
  return run({ directory: dir, entry, args, resources: findResources(), print });
}

async function runCheckBranches(
  exercise: string | undefined,
  patterns: readonly string[],
  { dir = '.', json = false, format = json ? 'json' : 'text', out }: Values,
): Promise<number> {
  const { checkBranches } = await import('./check-branches.ts');
  return checkBranches({ directory: dir, patterns, exercise, format, out, resources: findResources(), print });
}

async function runPlay({ data, game }: Values): Promise<number> {
  const { playInTerminal } = await import('./play-in-terminal.ts');
  return playInTerminal({ dataFolder: data, gameId: game, print });
}

async function runServe(values: Values): Promise<number> {
  const { port = '2113', data, memory = false, 'print-connection-string': bare = false } = values;
  if (values.verify || values.export !== undefined || values.import !== undefined) return runServeFile(values);
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) return wrong(`“${port}” is no port: 0 to 65535.`);
  const { 'tls-cert': certificate, 'tls-key': key, insecure = false } = values;
  if ((certificate === undefined) !== (key === undefined)) return wrong('--tls-cert and --tls-key go together.');
  const tls = certificate === undefined || key === undefined ? undefined : { certificate, key };
  if (insecure && tls !== undefined) return wrong('--insecure and --tls-cert contradict each other.');
  if (memory && data !== undefined) return wrong('Events are kept in --memory or in --data, not in both.');
  const { serve } = await import('./serve.ts');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  if (bare) endWithParent(stop);
  return serve({ port: number, dataFolder: data, bare, tls, print, signal: stop.signal });
}

/** A program that started us and is gone, perhaps killed, cannot stop us any more. */
function endWithParent(stop: AbortController): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop.abort(), 500).unref();
}

async function runServeFile({ data, verify, export: to, import: from }: Values): Promise<number> {
  if (data === undefined) return wrong('Say which store: --data DIRECTORY.');
  if ([verify, to, from].filter((value) => value !== undefined).length > 1)
    return wrong('--verify, --export and --import are done one at a time.');
  const { exportFile, importFile, verifyFile } = await import('./serve-file.ts');
  const options = { dataFolder: data, print, warn: console.error };
  if (to !== undefined) return exportFile(to, options);
  return from === undefined ? verifyFile(options) : importFile(from, options);
}

async function runProve({
  exercise,
  headlines = false,
  mutate = false,
  styles = false,
  seed,
  ...given
}: Values): Promise<number> {
  const [count] = numbersIn(given.count) ?? [];
  const only = numbersIn(given.only);
  if ([count, ...(only ?? [])].some(Number.isNaN)) return wrong('--count and --only take numbers.');
  const { prove } = await import('./prove.ts');
  return prove({ resources: findResources(), exercise, headlines, mutate, styles, seed, count, only, print });
}

/** `3,17`; what is no number from 0 on is NaN. */
function numbersIn(text: string | undefined): number[] | undefined {
  return text?.split(',').map((number) => (/^\d{1,6}$/.test(number) ? Number(number) : Number.NaN));
}

function print(line: string): void {
  console.log(line);
}

function wrong(sentence: string): number {
  console.error(`${sentence}\n\n${help}`);
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
