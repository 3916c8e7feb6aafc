import type { EventText, NotYet, Told } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import { textOf } from '../../../src/course/observed.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import type { Thrown } from '../../../src/learner/protocol.ts';
import { boardIn, differingColumn } from './board.ts';
import { beside, eventsIn, gameFile } from './game.ts';

/** A command that has to be refused, and the reads around it. */
interface Refusal<Label extends string> {
  /** A move unless it says otherwise. */
  readonly command?: keyof typeof errors;
  readonly before: Label;
  readonly attempt: Label;
  readonly after: Label;
  /** Which mistake it is to accept the command. */
  readonly accepted: string;
  /** What was tried, as the beginning of a sentence: `A seventh token into column A`. */
  readonly tried: string;
  /** Why it must not be, as a sentence that goes on. */
  readonly because: string;
  /** The history as it should have stayed. */
  readonly history: readonly EventText[];
}

/** Errors that the language throws by itself: the command broke, it did not refuse. */
const accidents = ['TypeError', 'ReferenceError', 'RangeError'];

/** What each command refuses with. */
const errors = { makeMove: 'InvalidMoveError', startGame: 'GameAlreadyStartedError' } as const;

/** What is wrong with how a command was refused; undefined when it left no trace but an error of the learner's. */
export function judgeRefusal<Label extends string>(seen: Seen<Label>, refusal: Refusal<Label>): NotYet | undefined {
  const thrown = seen.thrown(refusal.attempt);
  const recorded = eventsIn(seen, refusal.after).length > eventsIn(seen, refusal.before).length;
  if (recorded) return thrown === undefined ? accepted(seen, refusal) : recordedFirst(seen, refusal, thrown);
  if (hasChanged(seen, refusal)) return stateSetFirst(seen, refusal);
  if (thrown === undefined) return refusedSilently(seen, refusal);
  return judgeError(seen, refusal, thrown);
}

function accepted<Label extends string>(seen: Seen<Label>, refusal: Refusal<Label>): NotYet {
  const told = {
    headline: `${refusal.tried} was accepted and recorded.`,
    why: `${refusal.because}, and what is recorded has happened: a constraint has to speak before that.`,
    ...lineOf(seen.files, gameFile, commandOf(refusal)),
  };
  return notYet(refusal.accepted, beside(told, refusal.history, eventsIn(seen, refusal.after)));
}

function recordedFirst<Label extends string>(seen: Seen<Label>, refusal: Refusal<Label>, thrown: Thrown): NotYet {
  const told = {
    headline: `${refusal.tried} was refused, but an event was recorded all the same.`,
    why: 'An error afterwards undoes nothing: what is recorded has happened, so check every constraint before you record.',
    ...refusedAt(seen, thrown, refusal),
  };
  return notYet('recorded-before-refusing', beside(told, refusal.history, eventsIn(seen, refusal.after)));
}

function stateSetFirst<Label extends string>(seen: Seen<Label>, refusal: Refusal<Label>): NotYet {
  return notYet('state-set-before-constraint', {
    headline: `${refusal.tried} recorded nothing, and yet ${changeIn(seen, refusal)}.`,
    why: 'The game is no longer what its events say, and a replay will not agree with it: check first, then record, then apply.',
    ...lineOf(seen.files, gameFile, commandOf(refusal), /\baddMove\s*\(|\bnextPlayer\s*=(?!=)/),
  });
}

function refusedSilently<Label extends string>(seen: Seen<Label>, refusal: Refusal<Label>): NotYet {
  return notYet('refused-silently', {
    headline: `${refusal.tried} did nothing and said nothing.`,
    why: `Whoever asked now believes that it was done, and no event will ever tell them otherwise: refuse out loud with \`${errors[commandOf(refusal)]}\`.`,
    ...lineOf(seen.files, gameFile, commandOf(refusal), /\breturn\b/),
  });
}

function judgeError<Label extends string>(
  seen: Seen<Label>,
  refusal: Refusal<Label>,
  thrown: Thrown,
): NotYet | undefined {
  const at = refusedAt(seen, thrown, refusal);
  const error = errors[commandOf(refusal)];
  if (accidents.includes(thrown.name)) {
    return notYet('broke-instead-of-refusing', {
      headline: `${refusal.tried} broke your code: ${thrownText(thrown)}`,
      why: `Nothing was recorded, but only by accident: ask for the condition first, and refuse with \`${error}\` that says what is not allowed.`,
      ...at,
    });
  }
  const foreign = ['Error', ...Object.values(errors).filter((name) => name !== error)];
  if (thrown.isError && !foreign.includes(thrown.name)) return undefined;
  return notYet('wrong-error', {
    headline: `${refusal.tried} was refused with ${thrownText(thrown)}`,
    why: `A refusal belongs to the domain as much as an event does, and it has a name there: throw \`${error}\`, so that callers can tell it from an accident.`,
    ...at,
  });
}

function refusedAt(
  { files }: Pick<Seen, 'files'>,
  { frames: [at] }: Thrown,
  refusal: Pick<Refusal<string>, 'command'> = {},
): Pick<Told, 'at'> {
  return at === undefined ? lineOf(files, gameFile, commandOf(refusal), /\bthrow\b/) : { at };
}

function commandOf({ command = 'makeMove' }: Pick<Refusal<string>, 'command'>): keyof typeof errors {
  return command;
}

function hasChanged<Label extends string>(seen: Seen<Label>, refusal: Refusal<Label>): boolean {
  return (
    changedColumn(seen, refusal) !== undefined || fieldText(seen, refusal.before) !== fieldText(seen, refusal.after)
  );
}

function changeIn<Label extends string>(seen: Seen<Label>, refusal: Refusal<Label>): string {
  const column = changedColumn(seen, refusal);
  if (column !== undefined) return `there is another token in column ${column}`;
  return `\`nextPlayer\` is now ${fieldText(seen, refusal.after)}`;
}

function changedColumn<Label extends string>(seen: Seen<Label>, { before, after }: Refusal<Label>): string | undefined {
  return differingColumn(boardIn(seen, before) ?? {}, boardIn(seen, after) ?? {});
}

function fieldText<Label extends string>(seen: Seen<Label>, label: Label): string {
  const value = seen.member(label, 'nextPlayer');
  return value === undefined ? 'undefined' : textOf(value);
}

/** The first of some moves that are all allowed and were not all accepted; `what` names it by its place, from 0. */
export function judgeFairMoves<Label extends string>(
  seen: Seen<Label>,
  moves: Label,
  what: (index: number) => string,
): NotYet | undefined {
  const refused = seen.firstThrown(moves);
  if (refused === undefined) return undefined;
  const { index, thrown } = refused;
  return notYet('fair-move-refused', {
    headline: `${what(index)} was refused: ${thrownText(thrown)}`,
    why: 'This move is allowed, and a fact that is kept out of the history is as wrong as one that never was: ask only for what really must not be.',
    ...refusedAt(seen, thrown),
  });
}
