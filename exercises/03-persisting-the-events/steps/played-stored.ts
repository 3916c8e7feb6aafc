import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { memberNamed, stringOf } from '../../../src/course/observation/observed.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { arePlayers, isNobody, playersText } from '../../01-start-game/steps/game.ts';
import type { WholeGame } from '../../02-play-the-game/steps/drawn-games.ts';
import { falseText } from '../../02-play-the-game/steps/ends/result.ts';
import type { Kept } from './drawn.ts';
import { getFailed } from './games.ts';
import { inRepository, readingStream } from './places.ts';
import { judgeStream, storedOf } from './stored.ts';
import { besideStored, story, type WireEvent } from './wire.ts';

type Playing = Seen<
  | 'continued'
  | 'continuedLong'
  | 'gotLong'
  | 'longState'
  | 'created'
  | 'played'
  | 'got'
  | 'state'
  | 'gotEndless'
  | 'endless'
>;

export function judgeContinued(seen: Playing, { players, begun }: Kept): NotYet | undefined {
  const expected = story(players, begun.game.moves, begun.game.result);
  const what = 'A game that another program had begun was won with one more move';
  return judgeGame(seen, begun.id, expected, what, 'continued');
}

export function judgeLong(seen: Playing, { players, long }: Kept): NotYet | undefined {
  const what = `A game with ${long.moves.length} moves behind it was played to its end`;
  return judgeGame(seen, long.id, story(players, long.game.moves, long.game.result), what, 'continuedLong');
}

export function judgeWhole(seen: Playing, { players, whole }: Kept): NotYet | undefined {
  const created = seen.outcome('created');
  const id = created.kind === 'returned' ? (stringOf(created.value) ?? '') : '';
  const what = `A game of ${whole.moves.length} moves was played, each stored before the next`;
  const expected = story(players, whole.moves, whole.result);
  return judgeGame(seen, id, expected, what, created.kind === 'threw' ? 'created' : 'played');
}

function judgeGame(
  seen: Playing,
  id: string,
  expected: readonly WireEvent[],
  what: string,
  label: 'continued' | 'continuedLong' | 'created' | 'played',
): NotYet | undefined {
  const stored = storedOf(seen, id) ?? [];
  const thrown = seen.thrown(label);
  if (thrown !== undefined) {
    return notYet('play-refused', {
      headline: `${what}, or should have been: ${thrownText(thrown, seen.words)}`,
      why: 'Every command starts from the history in the store, so what was stored before has to come back whole and in order.',
      ...thrownAt(seen, thrown, readingStream),
    });
  }
  return judgeStream(seen, stored, expected, () => {
    const told = {
      headline: `${what}, and ${stored.length} events are in its stream instead of ${expected.length}.`,
      why: 'The stream is the game: one start, every move once, one end, and nothing else, or nobody can play it again.',
      ...seen.at(inRepository('add')),
    };
    return notYet('other-stream', besideStored(told, expected, stored));
  });
}

/** Whether a game that was played to its end is brought back as one that is over. */
export function judgeEnd(
  seen: Playing,
  { players }: Kept,
  state: 'longState' | 'state',
  game: WholeGame,
): NotYet | undefined {
  const thrown = seen.thrown(state === 'state' ? 'got' : 'gotLong');
  if (thrown !== undefined) return getFailed(seen, thrown);
  const found = memberNamed(seen.members(state), 'result');
  if (found !== undefined && !isNobody(found) && falseText(found, game.result, players) === undefined) return undefined;
  return notYet('end-not-brought-back', {
    headline: `${game.what}, and when the game is brought back its \`${seen.words.member('result')}\` is ${found === undefined ? seen.words.nothing : seen.words.observed(found)}.`,
    why: 'A state that was made from part of the history is the state of another moment: read the stream to its end.',
    ...seen.at(inRepository('get')),
  });
}

/** Whether a stream is read to its end, however long it is. */
export function judgeEndless(seen: Playing, { endless }: Kept): NotYet | undefined {
  const thrown = seen.thrown('gotEndless');
  if (thrown !== undefined) return getFailed(seen, thrown);
  const members = seen.members('endless');
  if (arePlayers(members, endless.last)) return undefined;
  return notYet('read-in-part', {
    headline: `A stream of more than a thousand events says at its end that ${endless.last.join(' and ')} play, and the game that was brought back is ${playersText(members, seen.words)}.`,
    why: 'A state that was made from part of the history is the state of another moment: read the stream to its end, however long it is.',
    ...seen.at(readingStream),
  });
}
