import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { PageMessage } from '../../../src/panel/contract.ts';
import { sourceRunner } from '../../learner/runners.ts';
import { gameFile, given, learnerFiles, solved } from './learner-files.ts';
import { field, Watched } from './watched.ts';

const runner = sourceRunner();
after(() => runner.dispose());

const startGame: PageMessage = { type: 'startGame', playerOne: 'Ada', playerTwo: 'Bob' };

describe('the panel’s session', () => {
  it('runs nothing before somebody looks, and says when it may not', () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    watched.say({ type: 'ready' });
    assert.deepEqual(watched.snapshot, { kind: 'nothingYet' });
    watched.session.availability = 'untrusted';
    assert.deepEqual(watched.snapshot, { kind: 'untrusted' });
  });

  it('starts a game in the learner’s code and shows what it recorded', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    const showing = await watched.ask(startGame);
    const [before, started] = showing.window.rows;
    assert.equal(before?.kind, 'before');
    assert.equal(started?.kind === 'event' && started.summary, 'Ada against Bob');
    assert.equal(started?.kind === 'event' && started.lane, 'uncommitted');
    assert.deepEqual(showing.cursor, { stop: 1, stops: 1, revision: '0', lastRevision: '0', playing: false });
    assert.deepEqual([field(showing, 'playerOne')?.text, field(showing, 'playerOne')?.change], ['"Ada"', 'changed']);
    assert.equal(showing.announcement, 'Revision 0, GameStarted, Ada against Bob; next: Ada');
  });

  it('shows no players before anything happened', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    await watched.ask(startGame);
    const showing = await watched.ask({ type: 'step', by: 'first' });
    assert.deepEqual([showing.cursor.revision, field(showing, 'playerOne')?.kind], [null, 'absent']);
    assert.equal(showing.announcement, 'Before anything happened');
    assert.equal((await watched.ask({ type: 'step', by: 'last' })).cursor.revision, '0');
  });

  it('says in plain words what is not written yet', async () => {
    using watched = new Watched(runner, learnerFiles(...given));
    await watched.look();
    assert.equal(watched.showing.drive.start.kind, 'not');
    const showing = await watched.ask(startGame);
    assert.match(showing.notice?.text ?? '', /no startGame/);
    assert.equal(showing.cursor.stops, 0);
  });

  it('runs the same commands on saved code, and says when they lead to something else', async () => {
    using watched = new Watched(runner, learnerFiles(...given));
    await watched.look();
    watched.files = learnerFiles(...solved);
    watched.session.codeChanged();
    await watched.until((snapshot) => snapshot.kind === 'showing' && snapshot.drive.start.kind === 'possible');
    await watched.ask(startGame);
    watched.session.codeChanged();
    const same = await watched.ask({ type: 'reload' });
    assert.equal(same.notice, null);
    watched.files = learnerFiles(...solved, '01-start-game/mistakes/recorded-twice');
    const changed = await watched.ask({ type: 'reload' });
    assert.match(changed.notice?.text ?? '', /now record 2 events instead of 1/);
  });

  it('keeps what it showed while a file cannot be read, and opens the line', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    await watched.ask(startGame);
    watched.files = gameFile('export class Game {\n  startGame( {');
    const showing = await watched.ask({ type: 'reload' });
    assert.equal(showing.window.total, 2);
    assert.equal(showing.problem?.place?.file, 'src/domain/game.ts');
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
    );
    await watched.look();
    const stopped = await watched.ask(startGame);
    assert.match(stopped.problem?.headline ?? '', /did not come back/);
    const fine = await watched.ask({ type: 'startGame', playerOne: 'Cy', playerTwo: 'Di' });
    assert.equal(fine.problem, null);
    assert.equal(field(fine, 'started')?.text, 'true');
  });

  it('refuses every message that is not in the contract', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    const before = JSON.stringify(watched.snapshot);
    const odd = [null, 1, 'ready', [], {}, { type: 'run' }, { type: 'seek', stop: -1 }, { type: 'seek', stop: '1' }];
    for (const message of [...odd, { type: 'ready', more: 1 }, { type: 'makeMove', column: 'H', by: 'next' }])
      watched.raw(message);
    assert.equal(JSON.stringify(watched.snapshot), before);
  });

  it('refuses to change the past', async () => {
    using watched = new Watched(runner, learnerFiles(...solved));
    await watched.look();
    await watched.ask(startGame);
    await watched.ask({ type: 'step', by: 'first' });
    const showing = await watched.ask({ type: 'makeMove', column: 'D', by: 'next' });
    assert.deepEqual(showing.notice?.actions, ['returnToNow', 'fork']);
    assert.equal(showing.cursor.stops, 1);
  });
});
