import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt, withComparison } from '../../../src/course/feedback/feedback.ts';
import type { NotYet, Told } from '../../../src/course/judgement.ts';
import { type Refusal, refusalOf } from '../../../src/course/judging/refusal.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { gameStarted, inGame, startText } from './game.ts';
import type { Players } from './players.ts';

interface Attempt<Label extends string> {
  /** Who plays in the game. */
  readonly game: Players;
  /** With whom it was to be started once more. */
  readonly asked: Players;
  readonly before: Label;
  readonly attempt: Label;
  readonly after: Label;
}

/** What is wrong with how a second start was refused; undefined when it left no trace but an error of its own name. */
export function judgeRefusal<Label extends string>(seen: Seen<Label>, attempt: Attempt<Label>): NotYet | undefined {
  const refusal = refusalOf(seen.outcome(attempt.attempt), seen.members(attempt.before), seen.members(attempt.after));
  if (refusal.kind === 'refused' || refusal.kind === 'refusedLater') return undefined;
  const { mistake, told, compared } = tell(seen, attempt, refusal);
  if (!compared) return notYet(mistake, told);
  const expected = [gameStarted(attempt.game, seen.words)];
  return notYet(mistake, withComparison(told, expected, seen.events(attempt.after) ?? [], seen.words));
}

interface Telling {
  readonly mistake: string;
  readonly told: Told;
  /** Whether the events are what is wrong. */
  readonly compared?: true;
}

function tell<Label extends string>(
  seen: Seen<Label>,
  { game, asked }: Attempt<Label>,
  refusal: Exclude<Refusal, { kind: 'refused' | 'refusedLater' }>,
): Telling {
  const { words } = seen;
  const call = `\`${startText(asked, words)}\``;
  const second = `A second start of a game of ${game.join(' and ')}, ${call},`;
  const at = seen.at(inGame('startGame'));
  const thrown =
    'thrown' in refusal && refusal.thrown !== undefined
      ? thrownAt(seen, refusal.thrown, inGame('startGame', 'raises'))
      : at;
  switch (refusal.kind) {
    case 'accepted':
      return {
        mistake: 'started-twice',
        told: {
          headline: `The same game was started twice: ${call} recorded another event.`,
          why: 'Two `GameStarted` in one stream tell a story that cannot have happened. A second `startGame` has to be refused with an error.',
          ...at,
        },
        compared: true,
      };
    case 'recordedAndRefused':
      return {
        mistake: 'recorded-before-refusing',
        told: {
          headline: `${second} was refused, but its event was recorded all the same.`,
          why: 'What is recorded has happened; an error afterwards does not undo it. Check the constraint before you record.',
          ...thrown,
        },
        compared: true,
      };
    case 'historyChanged':
      return {
        mistake: 'history-changed',
        told: {
          headline: `${second} changed what had been recorded before.`,
          why: 'History only grows at its end, and a refused command leaves it just as it was.',
          ...at,
        },
        compared: true,
      };
    case 'stateChanged': {
      const { name, one, other } = refusal.difference;
      const [was, is] = [one, other].map((value) => (value === undefined ? words.nothing : words.observed(value)));
      return {
        mistake: 'state-set-before-constraint',
        told: {
          headline: `${second} recorded nothing, but \`${name}\` was ${was} and is now ${is}.`,
          why: 'State changed without an event, so this game no longer is what its events say. Check first, then record, then apply.',
          ...seen.at(inGame('startGame', `assigns:${name}`)),
        },
      };
    }
    case 'saidNothing':
      return {
        mistake: 'refused-silently',
        told: {
          headline: `${second} did nothing and said nothing.`,
          why: `Whoever asked believes that the game was started with ${asked.join(' and ')}. Refuse out loud: ${words.raise} an error, \`GameAlreadyStartedError\`.`,
          ...seen.at(inGame('startGame', 'returns')),
        },
      };
    case 'broke':
      return {
        mistake: 'broke-instead-of-refusing',
        told: {
          headline: `${second} broke your code: ${thrownText(refusal.thrown, words)}`,
          why: `Nothing was recorded, but by accident. Ask whether the game has started, and ${words.raise} an error of your own that says so.`,
          ...thrown,
        },
      };
    case 'withoutName':
      return {
        mistake: 'wrong-error',
        told: {
          headline: `${second} was refused with ${thrownText(refusal.thrown, words)}`,
          why: `A refusal has a name of its own, as an event has: ${words.raise} a \`GameAlreadyStartedError\`, so that callers can tell it from an accident.`,
          ...thrown,
        },
      };
  }
}
