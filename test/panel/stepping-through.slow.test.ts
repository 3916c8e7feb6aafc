import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { toNewEvent } from '../../src/application/event-mapping.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import type { Showing } from '../../src/pages/panel/contract.ts';
import { checkedStep, lendingRunner } from './checks.ts';
import { boardIn, canMove, canStart, makeMove, startGame } from './connect-four/reference-game.ts';
import { gameFile, learnerFiles, playable, solved, storing } from './learner-files.ts';
import { field, Watched } from './watched.ts';

const runner = lendingRunner();
after(() => runner.dispose());

const twice = learnerFiles(...solved, '01-start-game/mistakes/recorded-twice');
const judged = ({ check }: Showing) => check !== null && check.verdict !== 'running';
const isOwn = ({ check, subject }: Showing) => check === null && subject.kind === 'memory';

/** The check of a step on the files that are watched. */
async function checking(watched: Watched, step: string): Promise<Showing> {
  watched.session.take({ kind: 'check', checked: checkedStep(runner, step, () => watched.files) });
  return watched.untilShowing(judged);
}

/** The players as the first event of the history in front says them. */
function startIn({ window }: Showing): { readonly playerOne: string | undefined } {
  const [started] = window.rows.flatMap((row) => (row.kind === 'event' ? [row] : []));
  return { playerOne: started?.fields.find(({ path }) => path === 'playerOne')?.text };
}

function columnWithRoom(showing: Showing): string {
  const open = boardIn(showing).columns.find(({ tokens }) => tokens.length < 4);
  return open?.name ?? 'A';
}

describe('stepping through a check in the panel', () => {
  it('shows it instead of the game, and leads back to the game as it was', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    await watched.ask(startGame('Cy', 'Di'));
    const showing = await checking(watched, '1.5');
    assert.equal(showing.subject.kind, 'check');
    assert.deepEqual([showing.check?.verdict, showing.check?.back], ['pass', 'your game']);
    assert.equal(field(showing, 'playerOne')?.text, startIn(showing).playerOne);
    const before = await watched.ask({ type: 'step', by: 'back' });
    assert.equal(field(before, 'playerOne')?.kind, 'absent');
    watched.say({ type: 'leaveCheck' });
    assert.equal(field(await watched.untilShowing(isOwn), 'playerOne')?.text, '"Cy"');
  });

  it('runs it again on code that was saved, and the game behind it as well', async () => {
    using watched = new Watched(runner, twice);
    await watched.look();
    await watched.ask(startGame('Cy', 'Di'));
    assert.equal((await checking(watched, '1.5')).subject.events, 2);
    assert.equal(watched.showing.comparison?.rows.length, 2);
    watched.files = learnerFiles(...solved);
    watched.session.take({ kind: 'codeChanged' });
    const mended = await watched.untilShowing(({ check }) => check?.verdict === 'pass');
    assert.deepEqual([mended.subject.events, mended.comparison], [1, null]);
    watched.say({ type: 'leaveCheck' });
    await watched.untilShowing((showing) => isOwn(showing) && showing.subject.events === 1);
  });

  it('is there when the panel is first looked at', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    watched.session.take({ kind: 'check', checked: checkedStep(runner, '1.6', () => watched.files) });
    await watched.look();
    assert.equal((await watched.untilShowing(judged)).check?.verdict, 'pass');
    watched.say({ type: 'leaveCheck' });
    await watched.untilShowing((showing) => isOwn(showing) && canStart(showing));
  });

  it('opens a line of a branch there, and fields it alone when the learner saves', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    const opened: string[] = [];
    let runs = 0;
    const files = () => {
      runs++;
      return twice;
    };
    const openLocation = ({ file }: { readonly file: string }) => void opened.push(file);
    watched.session.take({
      kind: 'check',
      checked: checkedStep(runner, '1.5', files, { branch: 'learner/ann', openLocation }),
    });
    const showing = await watched.untilShowing(judged);
    assert.equal(showing.subject.title, 'learner/ann · check of 1.5: Say it with an event');
    assert.equal(showing.comparison?.whose, 'learner/ann');
    watched.session.take({ kind: 'codeChanged' });
    watched.say({ type: 'openTold' });
    watched.say({ type: 'openCode' });
    assert.deepEqual([opened, watched.opened, runs], [['src/domain/game.ts', 'src/domain/game.ts'], [], 1]);
  });

  it('lets somebody choose another game of it, and stays there while it is run again', async () => {
    using watched = new Watched(runner, learnerFiles(...playable));
    await watched.look();
    await checking(watched, '2.3');
    const turns = await watched.ask({ type: 'pickHistory', history: 'game/turns' });
    const { stops } = turns.cursor;
    assert.equal(turns.check?.chosen, 'game/turns');
    assert.ok(stops > 3);
    await watched.ask({ type: 'seek', stop: 2 });
    watched.session.take({ kind: 'codeChanged' });
    const again = await watched.untilShowing((showing) => judged(showing) && !showing.drive.busy);
    assert.deepEqual([again.check?.chosen, again.cursor.stop, again.cursor.stops], ['game/turns', 2, stops]);
  });

  it('plays on from a game of it, and from a stream of it', async () => {
    using watched = new Watched(runner, learnerFiles(...storing));
    await watched.look();
    const { subject, cursor } = await checking(watched, '2.3');
    watched.say({ type: 'fork' });
    const forked = await watched.untilShowing(({ otherFuture }) => otherFuture !== null);
    assert.deepEqual([forked.subject.kind, forked.check?.chosen, forked.cursor.stops], ['memory', null, cursor.stops]);
    const moved = await watched.ask(makeMove(columnWithRoom(forked)));
    assert.equal(moved.subject.events, subject.events + 1);

    await checking(watched, '3.5');
    watched.say({ type: 'fork' });
    await watched.untilShowing(({ drive, otherFuture }) => otherFuture !== null && canMove({ drive }));
    watched.say(makeMove(columnWithRoom(watched.showing)));
    await watched.untilShowing(({ subject }) => subject.kind === 'stream' && subject.events === 3);
    watched.say({ type: 'leaveCheck' });
    await watched.untilShowing(isOwn);
  });

  it('fields out an event of it', async () => {
    using watched = new Watched(runner, learnerFiles(...playable));
    await watched.look();
    const showing = await checking(watched, '2.3');
    const full = boardIn(showing).columns.findIndex(({ tokens }) => tokens.length === 6);
    watched.say({ type: 'skip', entry: 1 });
    const without = await watched.untilShowing(({ state }) => state.foldedBy === 'own');
    await watched.untilShowing(({ state }) => boardIn({ state }).columns[full]?.tokens.length === 5);
    assert.equal(without.window.rows.length, showing.window.rows.length);
  });

  it('leads back to the stream it was opened from, and is not left for a stream that begins', async () => {
    const store = openMemoryStore();
    await store.append('game-1', [toNewEvent({ type: 'GameStarted', playerOne: 'Cy', playerTwo: 'Di' })], 'noStream');
    using watched = new Watched(runner, learnerFiles(...solved));
    watched.session.take({ kind: 'store', store: { kind: 'open', store } });
    await watched.look();
    await watched.untilShowing(({ choices }) => choices.streams.length === 1);
    watched.say({ type: 'followNewest', on: true });
    await watched.untilShowing(({ subject }) => subject.kind === 'stream');
    assert.equal((await checking(watched, '1.5')).check?.back, 'game-1');
    await store.append('game-2', [toNewEvent({ type: 'GameStarted', playerOne: 'Ed', playerTwo: 'Flo' })], 'noStream');
    const still = await watched.untilShowing(({ choices }) => choices.streams.length === 2);
    assert.equal(still.subject.kind, 'check');
    watched.say({ type: 'leaveCheck' });
    await watched.untilShowing(({ subject }) => subject.title === 'game-1');
    store.dispose();
  });

  it('exports what happened in it, and copies its last command as a test', async () => {
    using watched = new Watched(runner, learnerFiles(...playable));
    await watched.look();
    const showing = await checking(watched, '2.3');
    await watched.ask({ type: 'export' });
    await watched.untilShowing(({ notice }) => notice?.text === `Exported ${showing.subject.events} events.`);
    assert.match(watched.file ?? '', /"stream": "check-of-2\.3-what-must-not-happen"/);
    watched.say({ type: 'copyAsTest' });
    await watched.untilShowing(({ notice }) => notice?.text.startsWith('Copied') === true);
    assert.match(watched.copied[0] ?? '', /^test\('\S+ playing column [A-G] records MoveMade'/);
  });

  it('can be left when it could not run', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    watched.files = gameFile('export class Game {\n  startGame( {');
    const showing = await checking(watched, '1.5');
    assert.equal(showing.check?.verdict, 'couldNotRun');
    watched.say({ type: 'leaveCheck' });
    await watched.untilShowing(isOwn);
  });
});
