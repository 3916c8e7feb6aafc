import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { EventText, NotYet } from '../../../src/course/judgement.ts';
import { type Refusal, refusalOf } from '../../../src/course/judging/refusal.ts';
import type { Seen, Where } from '../../../src/course/observation/seen.ts';
import type { CodePattern } from '../../../src/learner/language.ts';
import type { Member, Outcome } from '../../../src/learner/protocol.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { boardIn, differingColumn, tokensText } from './board.ts';
import { beside, eventsIn } from './game.ts';
import type { Forbidden } from './lines.ts';

interface Around {
  readonly before: readonly Member[];
  readonly after: readonly Member[];
}

/** What each command refuses with. */
const errors = { makeMove: 'InvalidMoveError', startGame: 'GameAlreadyStartedError' } as const;

/** What is wrong with how a command was refused; undefined when it left no trace but an error of its own name. */
export function judgeRefusal(
  seen: Seen,
  line: Forbidden,
  outcome: Outcome,
  around: Around,
  history: readonly EventText[],
): NotYet | undefined {
  const refusal = refusalOf(outcome, around.before, around.after);
  const command = 'start' in line.asked ? 'startGame' : 'makeMove';
  const { tried, because } = line;
  const at = (...pattern: readonly CodePattern[]): Where => seen.at(inGame(command, ...pattern), inGame(command));
  const thrown =
    'thrown' in refusal && refusal.thrown !== undefined
      ? thrownAt(seen, refusal.thrown, inGame(command, 'raises'))
      : at();
  const error = errors[command];
  const { words } = seen;
  const compared = (mistake: string, headline: string, why: string, place: Where) =>
    notYet(mistake, beside({ headline, why, ...place }, history, eventsIn(around.after), words));
  switch (refusal.kind) {
    case 'refused':
      return misnamed(outcome, command) === undefined ? undefined : withoutName(seen, line, outcome, error, thrown);
    case 'accepted':
      return compared(
        line.accepted,
        `${tried} was accepted and recorded.`,
        `${because}, and what is recorded has happened: a constraint has to speak before that.`,
        at(),
      );
    case 'recordedAndRefused':
      return compared(
        'recorded-before-refusing',
        `${tried} was refused, but an event was recorded all the same.`,
        'An error afterwards undoes nothing: what is recorded has happened, so check every constraint before you record.',
        thrown,
      );
    case 'historyChanged':
      return compared(
        'history-changed',
        `${tried} changed what had been recorded before.`,
        'History only grows at its end, and a refused command leaves it just as it was.',
        thrown,
      );
    case 'stateChanged':
      return notYet('state-set-before-constraint', {
        headline: `${tried} recorded nothing, and yet ${changeIn(seen, refusal, around)}.`,
        why: 'The game is no longer what its events say, and a replay will not agree with it: check first, then record, then apply.',
        ...at('calls:addMove', `assigns:${refusal.difference.name}`),
      });
    case 'saidNothing':
      return notYet('refused-silently', {
        headline: `${tried} did nothing and said nothing.`,
        why: `Whoever asked now believes that it was done, and no event will ever tell them otherwise: refuse out loud with \`${error}\`.`,
        ...at('returns'),
      });
    case 'refusedLater':
      return notYet('refused-too-late', {
        headline: `${tried} seemed to be accepted: the call came back, and its error only came later, in a promise.`,
        why: `Who plays at the keyboard doesn’t wait for a promise, so the refusal would be lost: \`${words.raise}\` before the call comes back.`,
        ...thrown,
      });
    case 'broke':
      return notYet('broke-instead-of-refusing', {
        headline: `${tried} broke your code: ${thrownText(refusal.thrown, words)}`,
        why: `Nothing was recorded, but only by accident: ask for the condition first, and refuse with \`${error}\` that says what is not allowed.`,
        ...thrown,
      });
    case 'withoutName':
      return withoutName(seen, line, outcome, error, thrown);
  }
}

/** The name of an error that belongs to the other command. */
function misnamed(outcome: Outcome, command: keyof typeof errors): string | undefined {
  if (outcome.kind !== 'threw') return undefined;
  return Object.values(errors).find((name) => name !== errors[command] && name === outcome.thrown.name);
}

function withoutName(seen: Seen, { tried }: Forbidden, outcome: Outcome, error: string, at: Where): NotYet | undefined {
  if (outcome.kind !== 'threw') return undefined;
  return notYet('wrong-error', {
    headline: `${tried} was refused with ${thrownText(outcome.thrown, seen.words)}`,
    why: `A refusal belongs to the domain as much as an event does, and it has a name there: ${seen.words.raise} \`${error}\`, so that callers can tell it from an accident.`,
    ...at,
  });
}

function changeIn(
  { words }: Seen,
  { difference }: Refusal & { kind: 'stateChanged' },
  { before, after }: Around,
): string {
  const [was, is] = [boardIn(before) ?? {}, boardIn(after) ?? {}];
  const column = differingColumn(was, is);
  if (column !== undefined) return `column ${column} now holds ${tokensText(is[column], words)}`;
  const [one, other] = [difference.one, difference.other].map((value) =>
    value === undefined ? words.nothing : words.observed(value),
  );
  return `\`${difference.name}\` was ${one} and is now ${other}`;
}
