import { assertNever } from '../../base/errors.ts';
import { isSimilar } from '../../base/similar.ts';
import type { CodePlace, Language, Words } from '../../learner/language.ts';
import type { CouldNotRun, Stopped } from '../../learner/learner-code.ts';
import type { Missing, Operation, Thrown } from '../../learner/protocol.ts';
import type { CouldNotRunJudgement, NotYet, Told } from '../judgement.ts';
import type { Where } from '../observation/seen.ts';
import { hyphened, notYet } from './feedback.ts';
import { operationText } from './operation-text.ts';

/** Nothing ran: says what is in the way and how to get it out of the way. */
export function couldNotRun(problem: CouldNotRun, language: Language): CouldNotRunJudgement {
  return { verdict: 'couldNotRun', problem, told: tellProblem(problem, language) };
}

/** There was no process to run the learner's code in. */
export function notStarted(message: string): CouldNotRunJudgement {
  return {
    verdict: 'couldNotRun',
    problem: { kind: 'noChild', message },
    told: { headline: 'Your code could not be started.', why: message },
  };
}

function tellProblem(problem: CouldNotRun, { name, words }: Language): Told {
  switch (problem.kind) {
    case 'syntaxError':
      return {
        headline: `${problem.at.file} can’t be read as ${name}: ${problem.message}`,
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
        why: problem.install === undefined ? words.advice.missingImport : installing(problem.install),
        at: problem.at,
      };
    case 'missingExport':
      return {
        headline: `${problem.at.file} imports \`${problem.name}\` from ${JSON.stringify(problem.specifier)}, which exports no such name.`,
        why: `${exportsText(problem.exported)} ${words.advice.missingExport}`,
        at: problem.at,
      };
    case 'noChild':
      return notStarted(problem.message).told;
    default:
      return assertNever(problem);
  }
}

function installing(line: string): string {
  return `If it is a package, install it in a terminal: \`${line}\`. If it is a file of your own, check its spelling.`;
}

export function noStore(message: string): CouldNotRunJudgement {
  return {
    verdict: 'couldNotRun',
    problem: { kind: 'noStore', message },
    told: { headline: 'There is no event store to check this against.', why: message },
  };
}

/** The learner's code ran and never came to the end of an operation. */
export function stoppedDuring(
  stopped: Stopped,
  operation: Operation | undefined,
  language: Pick<Language, 'words'>,
): NotYet {
  const doing = operation === undefined ? 'Loading your code' : `\`${operationText(operation, language)}\``;
  return notYet(hyphened(stopped.kind), tellStop(stopped, doing, language));
}

/** `doing` begins the sentence: what it was that did not come to its end. */
export function tellStop(stopped: Stopped, doing: string, { words }: Pick<Language, 'words'>): Told {
  switch (stopped.kind) {
    case 'timedOut':
      return {
        headline: `${doing} did not come back within ${stopped.limit / 1000} seconds.`,
        why: `It was stopped. ${words.advice.neverEnds}`,
      };
    case 'outOfMemory':
      return {
        headline: `${doing} used more than ${stopped.limit} MB of memory.`,
        why: 'It was stopped. Look for a list that grows inside a loop.',
      };
    case 'tooMuchOutput':
      return {
        headline: `${doing} printed more than ${Math.round(stopped.limit / 1000)} KB.`,
        why: `It was stopped. Look for a ${words.print} inside a loop that doesn’t end.`,
      };
    case 'exited':
      return {
        headline: `${doing} ended the whole program (exit code ${stopped.code ?? stopped.signal ?? 'unknown'}).`,
        why: `A check can only see what happens while your code lives: take out ${words.exit}, and ${words.raise} an error to refuse something.`,
      };
    case 'unawaited':
      return {
        headline: `${doing} left something undone that failed, and nobody was waiting for it: ${thrownText(stopped.thrown, words)}`,
        why: words.advice.unawaited,
        ...firstFrame(stopped.thrown),
      };
    case 'uncaught':
      return {
        headline: `${doing} ${words.raised} where nobody could catch it: ${thrownText(stopped.thrown, words)}`,
        why: 'It came from a timer or another callback, after the call had returned.',
        ...firstFrame(stopped.thrown),
      };
    case 'loadFailed':
      return {
        headline: `Your code ${words.raised} while it was being loaded: ${thrownText(stopped.thrown, words)}`,
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

export function threw(operation: Operation, thrown: Thrown, language: Language): NotYet {
  const { words } = language;
  return notYet('threw', {
    headline: `\`${operationText(operation, language)}\` ${words.raised} ${thrownText(thrown, words)}`,
    why: 'Here it should simply have worked.',
    ...firstFrame(thrown),
  });
}

type Files = ReadonlyMap<string, string>;

/** Something the scenario needed was not there. A class that isn't exported is no verdict on what it does. */
export function missing(what: Missing, files: Files, language: Language): NotYet | CouldNotRunJudgement {
  switch (what.what) {
    case 'module':
      return couldNotRun({ kind: 'missingFile', file: language.words.file(what.module) }, language);
    case 'export':
      return missingExport(what, files, language);
    case 'member':
      return missingMember(what, files, language);
    case 'kept':
      return notYet('nothing-to-use', {
        headline: `There is no ${what.name.split('/').at(-1)} to go on with.`,
        why: 'An earlier part of this step has to record it first.',
        ...whereIs(files, language, { module: 'domain/game' }),
      });
    case 'client':
      return noStore(`The package ${what.name} could not be found.`);
    default:
      return assertNever(what);
  }
}

function missingExport(
  { module, name, exported }: Missing & { readonly what: 'export' },
  files: Files,
  language: Language,
): CouldNotRunJudgement {
  const { words } = language;
  return {
    verdict: 'couldNotRun',
    problem: { kind: 'noSuchExport', module, name },
    told: {
      headline: `${words.file(module)} exports no \`${name}\`.`,
      why: `${exportsText(exported)} Write \`${words.exported(name)}\` so that the check, the panel and the terminal can find it.`,
      ...whereIs(files, language, { module }),
    },
  };
}

type MissingMember = Missing & { readonly what: 'member' };

function missingMember(what: MissingMember, files: Files, language: Language): NotYet {
  const { words } = language;
  return notYet(`${hyphened(what.name)}-missing`, {
    headline: `There is no \`${words.member(what.name)}\` on your game yet${nearMiss(what, words)}.`,
    why: 'This step is about writing it; the instructions say what it has to do.',
    ...whereIs(files, language, { module: 'domain/game', member: what.name }),
  });
}

/** What there is instead, as the end of a sentence: a member out of reach, or one that is nearly spelled so. */
export function nearMiss({ name, members, unreachable }: MissingMember, words: Words): string {
  if (unreachable === 'static') return `: it is static, so the class has it and its objects don’t`;
  if (unreachable === 'private') return `: it is private, so nobody can ask for it from outside`;
  const similar = members.find((member) => isSimilar(member, name));
  return similar === undefined ? '' : `, but there is a \`${words.member(similar)}\``;
}

function whereIs(files: Files, language: Language, place: CodePlace): Where {
  const at = language.locate(files, place);
  return at === undefined ? {} : { at };
}

function exportsText(names: readonly string[]): string {
  return names.length === 0
    ? 'It exports nothing yet.'
    : `It exports ${names.map((name) => `\`${name}\``).join(', ')}.`;
}

export function thrownText({ name, message, isError }: Thrown, words: Words): string {
  if (!isError) return `${name} ${message}. ${words.advice.notAnError}`;
  return message === '' ? name : `${name}: ${message}`;
}

function firstFrame({ frames }: Thrown): Where {
  const [at] = frames;
  return at === undefined ? {} : { at };
}
