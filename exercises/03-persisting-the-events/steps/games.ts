import type { NotYet } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import { isAbsent, stringOf, textOf } from '../../../src/course/observed.ts';
import { call, fetch, kept, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import type { Argument, Operation } from '../../../src/learner/protocol.ts';
import { repositoryFile, thrownPlace } from './places.ts';
import { type Players, playerOfTurn } from './wire.ts';

/** The id a read showed, as text; empty when there is none. */
export function idIn<Label extends string>(seen: Seen<Label>, label: Label): string {
  const id = seen.member(label, 'id');
  return stringOf(id) ?? (id === undefined || isAbsent(id) ? '' : textOf(id));
}

/** A field of a game as text; undefined where there is nothing. */
export function fieldIn<Label extends string>(seen: Seen<Label>, label: Label, name: string): string | undefined {
  const found = seen.member(label, name);
  return found === undefined || isAbsent(found) ? undefined : (stringOf(found) ?? textOf(found));
}

/** What the application does for each move: get the game, move, add it. The id is kept under `id`. */
export function playStored(players: Players, columns: string): Operation[] {
  return [...columns].flatMap((column, turn) => [
    fetch('current', 'repository', 'get', kept('id')),
    call('current', 'makeMove', value({ player: playerOfTurn(players, turn), column })),
    call('repository', 'add', kept('current')),
  ]);
}

/** Asks the repository for a game by an id. */
export function get(as: string, id: Argument): Operation {
  return fetch(as, 'repository', 'get', id);
}

/** What is wrong with how `get` came back, whatever is in the game; undefined when it gave one. */
export function judgeGot<Label extends string>(seen: Seen<Label>, got: Label, state: Label): NotYet | undefined {
  const thrown = seen.thrown(got);
  if (thrown !== undefined) {
    return notYet('get-failed', {
      headline: `\`get(id)\` threw ${thrownText(thrown)}`,
      why: 'Its history is in the stream, so the game can be made again: read the events, map them back, and load a new `Game` from them.',
      ...thrownPlace(seen.files, thrown, 'get'),
    });
  }
  if (!seen.isMissing(state)) return undefined;
  return notYet('get-returns-nothing', {
    headline: '`get(id)` gave back no game.',
    why: 'Whoever wants to give this game a command needs the object: return the `Game` after it was loaded from its history.',
    ...lineOf(seen.files, repositoryFile, 'get'),
  });
}
