import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import { idIn } from './games.ts';
import { repositoryFile } from './places.ts';
import { addFailed, judgeStoredAt, notStored, storedOf } from './stored.ts';
import { besideStored, type Players, story } from './wire.ts';

type Appending = Seen<'id' | 'added' | 'addedMove'>;

/** What is wrong with a stream to which a game was added twice: started first, then with a move. */
export function judgeAppended(seen: Appending, players: Players): NotYet | undefined {
  const id = idIn(seen, 'id');
  const stored = storedOf(seen, id) ?? [];
  const expected = story(players, 'C');
  const thrown = seen.thrown('addedMove');
  const at = lineOf(seen.files, repositoryFile, 'add', /\b(?:historicalEvents|events|map)\b/);
  if (thrown !== undefined) return addFailed(seen.files, thrown);
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
  if (stored.length === expected.length) {
    const wrong = expected.map((event, index) => judgeStoredAt(seen, stored, index, event));
    return wrong.find((told) => told !== undefined);
  }
  const told = {
    headline: `A game was started, added, brought back, moved in and added again: it has ${stored.length} events in its stream, and two were meant.`,
    why: 'Each thing has happened once: append every uncommitted event once, and nothing that is stored already.',
    ...at,
  };
  return notYet('other-history', besideStored(told, expected, stored));
}
