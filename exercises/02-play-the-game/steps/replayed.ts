import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { type Difference, stateDifference } from '../../../src/course/judging/state.ts';
import { membersOf, type Seen } from '../../../src/course/observation/seen.ts';
import type { SeenEvent } from '../../../src/course/observation/seen-event.ts';
import type { Member } from '../../../src/learner/protocol.ts';
import { inGame, isNobody } from '../../01-start-game/steps/game.ts';
import { boardIn, differingColumn, tokensText } from './board.ts';
import { beside, eventsIn, stateMembers } from './game.ts';

interface Replay<Label extends string> {
  /** The operations that told a fresh game copies of the events: a copy and an `apply` for each. */
  readonly replay: Label;
  /** That game, when it was over. */
  readonly rebuilt: Label;
  /** Games of which nothing was asked yet. */
  readonly unstarted: Label;
  /** The game that was played after each of its commands, its start the first. */
  readonly lives: readonly (readonly Member[])[];
  /** All that it recorded. */
  readonly events: readonly SeenEvent[];
}

/** What is wrong with a game that was made again from its events; undefined when it is the same after each of them. */
export function judgeReplay<Label extends string>(seen: Seen<Label>, replay: Replay<Label>): NotYet | undefined {
  return refusedOnReplay(seen, replay.replay) ?? recordedOnReplay(seen, replay.rebuilt) ?? differs(seen, replay);
}

export function refusedOnReplay<Label extends string>(seen: Seen<Label>, replay: Label): NotYet | undefined {
  const thrown = seen.thrown(replay);
  if (thrown === undefined) return undefined;
  return notYet('apply-refuses', {
    headline: `A fresh \`Game\` could not \`${seen.words.member('apply')}\` an event of a game that was played: ${thrownText(thrown, seen.words)}`,
    why: 'What is in the history has happened and can’t be refused any more; constraints belong in the command, and `apply` takes each event as it is.',
    ...thrownAt(seen, thrown, inGame('apply')),
  });
}

/** An `apply` that records makes every other mistake of the history as well, so it is worth asking first. */
export function recordedOnReplay<Label extends string>(seen: Seen<Label>, rebuilt: Label): NotYet | undefined {
  const recorded = eventsIn(seen.members(rebuilt));
  if (recorded.length === 0) return undefined;
  const told = {
    headline: `Applying old events to a fresh \`Game\` recorded ${recorded.length === 1 ? 'a new one' : `${recorded.length} new ones`}.`,
    why: 'A replay only looks back; when `apply` decides and records as well, the history grows each time somebody reads it, so leave that to the command.',
    ...seen.at(inGame('apply', 'appendsTo:events', 'calls:processEvent'), inGame('apply')),
  };
  return notYet('apply-records', beside(told, [], recorded, seen.words));
}

function differs<Label extends string>(seen: Seen<Label>, replay: Replay<Label>): NotYet | undefined {
  const { lives, events } = replay;
  const rebuilt = seen
    .outcomes(replay.replay)
    .filter((outcome) => 'looked' in outcome)
    .map((outcome) => membersOf(outcome));
  const fresh = seen.outcomes(replay.unstarted).map((outcome) => membersOf(outcome));
  for (const [index, live] of lives.entries()) {
    const again = rebuilt[index];
    if (again === undefined || live.length === 0) continue;
    // Where one command left two events, the state between them was never to be seen.
    const isLast = index === lives.length - 1;
    const other = isLast ? (rebuilt.at(-1) ?? again) : again;
    const found = difference(seen, live, other, { events, fresh });
    if (found === undefined) continue;
    const when = isLast ? 'After the same events' : `After the same ${index === 0 ? 'event' : `${index + 1} events`}`;
    return notYet('state-set-in-command', {
      headline: `${when} ${found.text}.`,
      why: 'What a command does to the state on its own is in no event and is lost with the object; let `apply` alone change state.',
      ...seen.at(inGame('makeMove', 'calls:addMove', `assigns:${found.name}`), inGame('apply')),
    });
  }
  return undefined;
}

type Rebuilding = Pick<Parameters<typeof stateDifference>[0], 'events' | 'fresh'>;

function difference(
  { words }: Pick<Seen, 'words'>,
  live: readonly Member[],
  rebuilt: readonly Member[],
  rebuilding: Rebuilding,
): { readonly name: string; readonly text: string } | undefined {
  const [played, again] = [boardIn(live) ?? {}, boardIn(rebuilt) ?? {}];
  const column = differingColumn(played, again);
  if (column !== undefined) {
    const text = `column ${column} of the game that was played holds ${tokensText(played[column], words)}, and of the one that was rebuilt ${tokensText(again[column], words)}`;
    return { name: 'board', text };
  }
  const found = stateDifference({ live, rebuilt, ...rebuilding, always: stateMembers });
  if (found === undefined || isSameNobody(found)) return undefined;
  const [one, other] = [found.one, found.other].map((value) =>
    value === undefined ? words.nothing : words.observed(value),
  );
  return {
    name: found.name,
    text: `\`${found.name}\` is ${one} in the game that was played and ${other} in the rebuilt one`,
  };
}

function isSameNobody({ one, other }: Difference): boolean {
  return (one === undefined || isNobody(one)) && (other === undefined || isNobody(other));
}
