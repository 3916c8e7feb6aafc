import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { isAbsent, memberNamed, stringOf } from '../../../src/course/observation/observed.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { fetch, kept } from '../../../src/course/scenario.ts';
import type { Words } from '../../../src/learner/language.ts';
import type { Argument, Member, Operation, Thrown } from '../../../src/learner/protocol.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { inRepository, readingStream } from './places.ts';

/** The id a read showed, as text; empty when there is none. */
export function idIn<Label extends string>(seen: Seen<Label>, label: Label): string {
  return fieldIn(seen.members(label), 'id', seen.words) ?? '';
}

/** A field of a game as text; undefined where there is nothing. */
export function fieldIn(members: readonly Member[], name: string, words: Words): string | undefined {
  const found = memberNamed(members, name);
  return found === undefined || isAbsent(found) ? undefined : (stringOf(found) ?? words.observed(found));
}

/** Asks the repository for a game by an id. */
export function get(as: string, id: Argument): Operation {
  return fetch(as, 'repository', 'get', id);
}

/** Asks it for the game whose id was kept. */
export function getKept(as: string, id: string): Operation {
  return get(as, kept(id));
}

/** What is wrong with how `get` came back, whatever is in the game; undefined when it gave one. */
export function judgeGot<Label extends string>(seen: Seen<Label>, got: Label, state: Label): NotYet | undefined {
  const thrown = seen.thrown(got);
  if (thrown !== undefined) return getFailed(seen, thrown);
  if (!seen.isMissing(state)) return undefined;
  return notYet('get-returns-nothing', {
    headline: `\`${seen.words.call('get', ['id'])}\` gave back no game.`,
    why: 'Whoever wants to give this game a command needs the object: return the `Game` after it was loaded from its history.',
    ...seen.at(inRepository('get')),
  });
}

export function getFailed(seen: Seen, thrown: Thrown): NotYet {
  return notYet('get-failed', {
    headline: `\`${seen.words.call('get', ['id'])}\` ${seen.words.raised} ${thrownText(thrown, seen.words)}`,
    why: 'Its history is in the stream, so the game can be made again: read the events, map them back, and load a new `Game` from them.',
    ...thrownAt(seen, thrown, readingStream),
  });
}

/** A command that a game did not take although it was brought back in a state that allows it. */
export function moveFailed(seen: Seen, call: string, thrown: Thrown): NotYet {
  return notYet('play-refused', {
    headline: `A game was brought back, and \`${call}\` ${seen.words.raised} ${thrownText(thrown, seen.words)}`,
    why: 'Every command starts from the history in the store, so what was stored before has to come back whole and in order.',
    ...thrownAt(seen, thrown, inGame('makeMove')),
  });
}
