import { notYet } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import type { OldAndNew } from './drawn.ts';
import { idIn } from './games.ts';
import { inRepository } from './places.ts';
import { addFailed, judgeStream, notStored, storedOf } from './stored.ts';
import { besideStored, story } from './wire.ts';

type Appending = Seen<'id' | 'added' | 'addedMove'>;

/** What is wrong with a stream to which a game was added twice: started first, then with a move. */
export function judgeAppended(seen: Appending, { players, column }: OldAndNew): NotYet | undefined {
  const id = idIn(seen, 'id');
  const stored = storedOf(seen, id) ?? [];
  const expected = story(players, column);
  const thrown = seen.thrown('addedMove');
  const at = seen.at(
    inRepository('add', 'mentions:historicalEvents', 'mentions:events', 'calls:map'),
    inRepository('add'),
  );
  if (thrown !== undefined) return addFailed(seen, thrown);
  if (stored.length === 0) return notStored(seen, id, players[0]);
  const starts = stored.filter(({ type }) => type === 'GameStarted').length;
  if (starts > 1) {
    const told = {
      headline: `The game was added twice, and its \`GameStarted\` is now ${starts === 2 ? 'twice' : `${starts} times`} in the stream.`,
      why: 'A stream is never corrected, so this game has now started more than once for ever: `add` must append only what is uncommitted.',
      ...at,
    };
    return notYet('history-stored-again', besideStored(told, expected, stored));
  }
  return judgeStream(seen, stored, expected, () => {
    const told = {
      headline: `A game was started, added, brought back, moved in and added again: it has ${stored.length} ${stored.length === 1 ? 'event' : 'events'} in its stream, and two were meant.`,
      why: 'Each thing has happened once: append every uncommitted event once, and nothing that is stored already.',
      ...at,
    };
    return notYet('other-history', besideStored(told, expected, stored));
  });
}
