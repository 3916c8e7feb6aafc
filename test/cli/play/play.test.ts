import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gameStream } from '../../../src/application/event-mapping.ts';
import { plainSymbols } from '../../../src/cli/play/board-text.ts';
import { play } from '../../../src/cli/play/play.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';

/** A game whose players type these lines and then leave, and what it printed. */
async function given(
  lines: readonly string[],
  {
    keptIn = undefined as string | undefined,
    gameId = undefined as string | undefined,
    store = openMemoryStore(),
  } = {},
) {
  const left = [...lines];
  const printed: string[] = [];
  const problem = await play({
    store,
    keptIn,
    ...(gameId !== undefined && { gameId }),
    ask: async () => left.shift(),
    print: (line) => void printed.push(line),
    symbols: plainSymbols,
  });
  return { problem, text: printed.join('\n'), store };
}

const idIn = (text: string): string => [...text.matchAll(/game-([0-9a-f-]{36})/g)].at(-1)?.[1] ?? assert.fail(text);

describe('a game in the terminal', () => {
  it('says that it is in memory only, and is gone', async () => {
    const { text } = await given(['Ada', 'Grace', 'quit']);
    assert.match(text, /in memory.*gone when you leave; --data DIRECTORY keeps them/);
    assert.match(text, /This game was in memory only, and is gone\.$/);
  });

  it('says where it is kept, and how to go on with it', async () => {
    const first = await given(['Ada', 'Grace', 'A', 'quit'], { keptIn: 'games' });
    assert.match(first.text, /are kept in games, in the stream game-/);
    const gameId = idIn(first.text);
    assert.match(first.text, new RegExp(`--game ${gameId} goes on with it`));
    const second = await given(['B', 'quit'], { keptIn: 'games', gameId, store: first.store });
    assert.equal(second.problem, undefined);
  });

  it('is refused where there is none by that name', async () => {
    assert.match((await given([], { keptIn: 'games', gameId: 'nope' })).problem ?? '', /no game “nope” in games/);
    assert.match((await given([], { gameId: 'nope' })).problem ?? '', /--data DIRECTORY/);
  });

  it('helps whoever asks for it, and whoever types what is no column', async () => {
    const { text } = await given(['Ada', 'Grace', 'help', 'Z', '']);
    assert.match(text, /undo {3}go back one move/);
    assert.match(text, /“Z” is no column; type one letter from A to G, or help\./);
  });

  it('goes back one move in a stream of its own, and leaves the other as it is', async () => {
    const { text, store } = await given(['Ada', 'Grace', 'undo', 'A', 'B', 'undo', 'C', 'quit'], { keptIn: 'games' });
    assert.match(text, /No move has been made yet\./);
    const [before = '', after = ''] = new Set([...text.matchAll(/game-([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''));
    const columnsOf = async (id: string) => {
      const read = await store.readStream(gameStream(id));
      assert.ok(read.kind === 'events');
      const events = await Array.fromAsync(read.events);
      return events.flatMap(({ event }) => /"column":"(.)"/.exec(Buffer.from(event?.data ?? []).toString())?.[1] ?? []);
    };
    assert.deepEqual(await columnsOf(before), ['A', 'B']);
    assert.deepEqual(await columnsOf(after), ['A', 'C']);
  });
});
