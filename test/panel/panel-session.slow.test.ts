import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sourceRunner } from '../learner/runners.ts';
import { canStart, makeMove, startGame } from './connect-four/reference-game.ts';
import { gameFile, given, learnerFiles, solved } from './learner-files.ts';
import { field, Watched } from './watched.ts';

const runner = sourceRunner();
after(() => runner.dispose());

const start = startGame('Ada', 'Bob');

describe('the panel’s session', () => {
  it('runs nothing before somebody looks, and says when it may not', () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    watched.say({ type: 'ready' });
    assert.equal(watched.snapshot.kind, 'nothingYet');
    watched.session.take({ kind: 'availability', availability: 'untrusted' });
    assert.deepEqual(watched.snapshot, { kind: 'untrusted' });
  });

  it('starts a game in the learner’s code and shows what it recorded', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    const showing = await watched.ask(start);
    const [before, started] = showing.window.rows;
    assert.equal(before?.kind, 'start');
    assert.equal(started?.kind === 'event' && started.summary, 'Ada against Bob');
    assert.equal(started?.kind === 'event' && started.lane, 'uncommitted');
    assert.deepEqual(showing.cursor, { stop: 1, stops: 1, revision: '0', lastRevision: '0', playing: false });
    assert.deepEqual([field(showing, 'playerOne')?.text, field(showing, 'playerOne')?.change], ['"Ada"', 'changed']);
    assert.equal(showing.announcement, 'Revision 0, GameStarted, Ada against Bob; next: Ada');
  });

  it('shows no players at the start', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    await watched.ask(start);
    const showing = await watched.ask({ type: 'step', by: 'first' });
    assert.deepEqual([showing.cursor.revision, field(showing, 'playerOne')?.kind], [null, 'absent']);
    assert.equal(showing.announcement, 'Start, no events');
    assert.equal((await watched.ask({ type: 'step', by: 'last' })).cursor.revision, '0');
  });

  it('says in plain words what is not written yet', async () => {
    using watched = new Watched(runner, learnerFiles(...given));
    await watched.look();
    assert.equal(canStart(watched.showing), false);
    const showing = await watched.ask(start);
    assert.match(showing.notice?.text ?? '', /no startGame/);
    assert.equal(showing.cursor.stops, 0);
  });

  it('runs the same commands on saved code, and says when they lead to something else', async () => {
    using watched = new Watched(runner, learnerFiles(...given));
    await watched.look();
    watched.files = learnerFiles(...solved);
    watched.session.take({ kind: 'codeChanged' });
    await watched.until((snapshot) => snapshot.kind === 'showing' && canStart(snapshot));
    await watched.ask(start);
    watched.session.take({ kind: 'codeChanged' });
    const same = await watched.ask({ type: 'reload' });
    assert.equal(same.notice, null);
    watched.files = learnerFiles(...solved, '01-start-game/mistakes/recorded-twice');
    const changed = await watched.ask({ type: 'reload' });
    assert.match(changed.notice?.text ?? '', /now record 2 events instead of 1/);
  });

  it('keeps what it showed while a file cannot be read, and opens the line', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    await watched.ask(start);
    watched.files = gameFile('export class Game {\n  startGame( {');
    const showing = await watched.ask({ type: 'reload' });
    assert.equal(showing.window.total, 2);
    assert.equal(showing.problem?.location?.file, 'src/domain/game.ts');
    watched.say({ type: 'openProblem' });
    assert.equal(watched.opened.length, 1);
  });

  it('shows a problem as a whole when there was nothing to see before', async () => {
    using watched = new Watched(runner, gameFile('export class Gmae {}'));
    const snapshot = await watched.look();
    assert.equal(snapshot.kind, 'broken');
    assert.match(snapshot.kind === 'broken' ? snapshot.problem.headline : '', /Game/);
  });

  it('goes on after a command that never came back', async () => {
    using watched = new Watched(
      runner,
      gameFile(
        `export class Game { started = false; startGame(one: string) { if (one === 'Ada') for (;;); this.started = true; } }`,
      ),
      { time: 3_000 },
    );
    await watched.look();
    const stopped = await watched.ask(start);
    assert.match(stopped.problem?.headline ?? '', /did not come back/);
    const fine = await watched.ask(startGame('Cy', 'Di'));
    assert.equal(fine.problem, null);
    assert.equal(field(fine, 'started')?.text, 'true');
  });

  it('refuses every message that is not in the contract', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    const before = JSON.stringify(watched.snapshot);
    const odd = [null, 1, 'ready', [], {}, { type: 'run' }, { type: 'seek', stop: -1 }, { type: 'seek', stop: '1' }];
    for (const message of [...odd, { type: 'ready', more: 1 }, { type: 'makeMove', column: 'D' }]) watched.raw(message);
    assert.equal(JSON.stringify(watched.snapshot), before);
  });

  it('refuses to change the past', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    await watched.ask(start);
    await watched.ask({ type: 'step', by: 'first' });
    const showing = await watched.ask(makeMove('D'));
    assert.deepEqual(showing.notice?.actions, ['returnToNow', 'fork']);
    assert.equal(showing.cursor.stops, 1);
  });
});
