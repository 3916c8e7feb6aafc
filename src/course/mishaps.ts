import { assertNever } from '../base/errors.ts';
import type { CouldNotRun, Stopped } from '../learner/learner-code.ts';
import { clientPackage, type Missing, type Operation, type Thrown } from '../learner/protocol.ts';
import { expectedFile } from '../learner/resolve.ts';
import type { CouldNotRunJudgement, NotYet, Told } from './judgement.ts';
import { operationText } from './operation-text.ts';
import { hyphened, lineOf, notYet } from './telling.ts';

type Files = ReadonlyMap<string, string>;

/** Nothing ran: says what is in the way and how to get it out of the way. */
export function couldNotRun(problem: CouldNotRun): CouldNotRunJudgement {
  return { verdict: 'couldNotRun', problem, told: tellProblem(problem) };
}

function tellProblem(problem: CouldNotRun): Told {
  switch (problem.kind) {
    case 'syntaxError':
      return {
        headline: `${problem.at.file} can’t be read as TypeScript: ${problem.message}`,
        why: `Look at line ${problem.at.line}, column ${problem.at.column}; a bracket or quote that is missing is often a little earlier. Nothing was run.`,
        at: problem.at,
      };
    case 'unsupportedSyntax':
      return {
        headline: `${problem.at.file} uses ${problem.what}, which can’t be run here.`,
        why: problem.instead,
        at: problem.at,
      };
    case 'missingFile':
      return {
        headline: `There is no ${problem.file}.`,
        why: 'The exercise needs it. Make the file again, or bring it back with “Reset Exercise…”, which keeps your other work.',
      };
    case 'missingImport':
      return {
        headline: `${problem.at.file} imports ${JSON.stringify(problem.specifier)}, and there is no such module.`,
        why: 'Check the spelling of the path; a file of your own starts with ./ or ../',
        at: problem.at,
      };
    case 'missingExport':
      return {
        headline: `${problem.at.file} imports \`${problem.name}\` from ${JSON.stringify(problem.specifier)}, which exports no such name.`,
        why: `${exportsText(problem.exported)} Check the spelling, or write \`export\` in front of what you mean.`,
        at: problem.at,
      };
    case 'noChild':
      return { headline: 'Your code could not be started.', why: problem.message };
    default:
      return assertNever(problem);
  }
}

export function noStore(message: string): CouldNotRunJudgement {
  return {
    verdict: 'couldNotRun',
    problem: { kind: 'noStore', message },
    told: { headline: 'There is no event store to check this against.', why: message },
  };
}

/** The learner's code ran and never came to the end of an operation. */
export function stoppedDuring(stopped: Stopped, operation: Operation | undefined): NotYet {
  const doing = operation === undefined ? 'Loading your code' : `\`${operationText(operation)}\``;
  return notYet(hyphened(stopped.kind), tellStop(stopped, doing));
}

/** `doing` begins the sentence: what it was that did not come to its end. */
export function tellStop(stopped: Stopped, doing: string): Told {
  switch (stopped.kind) {
    case 'timedOut':
      return {
        headline: `${doing} did not come back within ${stopped.limit / 1000} seconds.`,
        why: 'It was stopped. Look for a loop whose end is never reached, or a promise that is never settled.',
      };
    case 'outOfMemory':
      return {
        headline: `${doing} used more than ${stopped.limit} MB of memory.`,
        why: 'It was stopped. Look for a list that grows inside a loop.',
      };
    case 'tooMuchOutput':
      return {
        headline: `${doing} printed more than ${Math.round(stopped.limit / 1000)} KB.`,
        why: 'It was stopped. Look for a console.log inside a loop that doesn’t end.',
      };
    case 'exited':
      return {
        headline: `${doing} ended the whole program (exit code ${stopped.code ?? stopped.signal ?? 'unknown'}).`,
        why: 'A check can only see what happens while your code lives: take out process.exit, and throw an error to refuse something.',
      };
    case 'unhandledRejection':
      return {
        headline: `${doing} left a rejected promise that nobody handled: ${thrownText(stopped.thrown)}`,
        why: 'Await it, or return it to the caller.',
        ...firstFrame(stopped.thrown),
      };
    case 'uncaught':
      return {
        headline: `${doing} threw where nobody could catch it: ${thrownText(stopped.thrown)}`,
        why: 'It was thrown from a timer or another callback, after the call had returned.',
        ...firstFrame(stopped.thrown),
      };
    case 'loadFailed':
      return {
        headline: `Your code threw while it was being loaded: ${thrownText(stopped.thrown)}`,
        why: 'Code outside of functions and classes runs as soon as the file is imported.',
        ...firstFrame(stopped.thrown),
      };
    case 'garbled':
      return {
        headline: 'What came back from your code could not be understood.',
        why: `${stopped.message} Something in it interferes with how the check watches.`,
      };
    default:
      return assertNever(stopped);
  }
}

/** A step behind one that stopped the program. */
export function notReached(blocking: string): NotYet {
  return notYet('not-reached', {
    headline: `Not looked at yet: step ${blocking} stopped the program.`,
    why: 'Steps are checked in order; this one follows as soon as that one comes to its end.',
  });
}

export function threw(operation: Operation, thrown: Thrown): NotYet {
  return notYet('threw', {
    headline: `\`${operationText(operation)}\` threw ${thrownText(thrown)}`,
    why: 'Here it should simply have worked.',
    ...firstFrame(thrown),
  });
}

/** Something the scenario needed was not there. A class that isn't exported is no verdict on what it does. */
export function missing(what: Missing, files: Files): NotYet | CouldNotRunJudgement {
  switch (what.what) {
    case 'module':
      if (what.module === clientPackage) return noStore(`The package ${clientPackage} could not be found.`);
      return couldNotRun({ kind: 'missingFile', file: expectedFile(what.module) });
    case 'export':
      return missingExport(what.module, what.name, what.exported, files);
    case 'member':
      return notYet(`${hyphened(what.name)}-missing`, {
        headline: `There is no \`${what.name}\` on your game yet.`,
        why: 'This step is about writing it; the instructions say what it has to do.',
        ...lineOf(files, 'src/domain/game.ts'),
      });
    case 'kept':
      return notYet('nothing-to-use', {
        headline: `There is no ${what.name.split('/').at(-1)} to go on with.`,
        why: 'An earlier part of this step has to record it first.',
        ...lineOf(files, 'src/domain/game.ts'),
      });
    default:
      return assertNever(what);
  }
}

function missingExport(module: string, name: string, exported: readonly string[], files: Files): CouldNotRunJudgement {
  return {
    verdict: 'couldNotRun',
    problem: { kind: 'noSuchExport', module, name },
    told: {
      headline: `${expectedFile(module)} exports no \`${name}\`.`,
      why: `${exportsText(exported)} Write \`export class ${name}\` so that the check, the panel and the terminal can find it.`,
      ...lineOf(files, expectedFile(module)),
    },
  };
}

function exportsText(names: readonly string[]): string {
  return names.length === 0
    ? 'It exports nothing yet.'
    : `It exports ${names.map((name) => `\`${name}\``).join(', ')}.`;
}

export function thrownText({ name, message, isError }: Thrown): string {
  if (!isError) return `${name} ${message} (throw an Error instead: only an Error knows where it came from)`;
  return message === '' ? name : `${name}: ${message}`;
}

function firstFrame({ frames }: Thrown): Pick<Told, 'at'> {
  const [at] = frames;
  return at === undefined ? {} : { at };
}
