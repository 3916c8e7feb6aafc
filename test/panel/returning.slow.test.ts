import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { connectFourPanel } from '../../src/panel/connect-four/connect-four-panel.ts';
import { type CommandMemory, commandMemoryIn } from '../../src/panel/memory/command-memory.ts';
import { sourceRunner } from '../learner/runners.ts';
import { makeMove, startGame } from './connect-four/reference-game.ts';
import { learnerFiles, playable } from './learner-files.ts';
import { Watched } from './watched.ts';

const runner = sourceRunner();
after(() => runner.dispose());
const files = learnerFiles(...playable);

/** A workspace’s storage, which keeps nothing but what can be written down. */
let written = new Map<string, string>();
const storage = {
  get: (key: string): unknown => {
    const text = written.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  },
  update: async (key: string, value: unknown) => void written.set(key, JSON.stringify(value)),
};
const memoryInStorage = () => commandMemoryIn(storage, connectFourPanel.reference);
let memory: CommandMemory;
beforeEach(() => {
  written = new Map();
  memory = memoryInStorage();
});

async function played(moves: string): Promise<void> {
  using watched = new Watched(runner, files, { memory });
  await watched.look();
  await watched.ask(startGame('Ada', 'Bob'));
  for (const column of moves) await watched.ask(makeMove(column));
}

const mended = (find: string, put: string) => {
  const game = files.get('src/domain/game.ts') ?? '';
  assert.ok(game.includes(find), `no ${find} in game.ts`);
  return new Map([...files, ['src/domain/game.ts', game.replace(find, put)]]);
};

describe('a game in memory', () => {
  it('is there again after a restart, at the same point in time', async () => {
    await played('DDE');
    using watched = new Watched(runner, files, { memory: memoryInStorage() });
    watched.session.take({ kind: 'availability', availability: 'available' });
    watched.say({ type: 'ready', resume: { stream: null, stop: 2, followNewest: true } });
    const showing = await watched.untilShowing(({ subject, cursor }) => subject.events === 4 && cursor.stop === 2);
    assert.equal(showing.cursor.revision, '1');
    assert.equal(showing.notice, null);
    await watched.ask({ type: 'step', by: 'last' });
    const on = await watched.ask(makeMove('A'));
    assert.equal(on.subject.events, 5);
  });

  it('says plainly what the code refuses now', async () => {
    await played('DDE');
    const refusing = mended(
      'makeMove({ player, column }: Move): void {',
      "makeMove({ player, column }: Move): void {\n    if (column === 'E') throw new Error('Not into E.');",
    );
    using watched = new Watched(runner, refusing, { memory: memoryInStorage() });
    await watched.look();
    const { notice, subject } = watched.showing;
    assert.equal(notice?.text, 'Your code changed: it now refuses makeMove(Ada, E), which it took before. Not into E.');
    assert.equal(subject.events, 3);
  });

  it('is not forgotten while the code cannot be run', async () => {
    await played('DDE');
    using broken = new Watched(runner, mended('makeMove(', 'makeMove(('), { memory: memoryInStorage() });
    await broken.look();
    assert.equal(broken.snapshot.kind, 'broken');
    broken.files = files;
    broken.session.take({ kind: 'codeChanged' });
    const showing = await broken.untilShowing(({ subject, drive }) => subject.events === 4 && !drive.busy);
    assert.equal(showing.notice, null);
  });

  it('is over for good when a new one is begun', async () => {
    await played('D');
    {
      using watched = new Watched(runner, files, { memory: memoryInStorage() });
      await watched.look();
      await watched.ask({ type: 'startOver' });
    }
    using watched = new Watched(runner, files, { memory: memoryInStorage() });
    await watched.look();
    assert.equal(watched.showing.subject.events, 0);
  });

  it('is none where something else was written down', () => {
    for (const text of [
      'null',
      '[]',
      '{"schema":2}',
      '{"schema":1,"commands":[{"type":"MakeMove","player":"x","column":"Z"}],"outcome":{"events":0,"entries":[]}}',
    ]) {
      written.set('groundUp.gameInMemory', text);
      assert.equal(memory.recall(), undefined);
    }
  });
});
