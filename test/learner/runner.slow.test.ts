import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TypeScriptOptions } from '../../src/learner/typescript/runtime.ts';
import { call, domain, make, membersOf, observationsOf, outcomesOf, read, shown, sourceRunner } from './runners.ts';

const runner = sourceRunner();
after(() => runner.dispose());

const game = `
import { GameStarted } from './events';

export class Game {
  #playerOne: string | undefined;
  events: GameStarted[] = [];

  get playerOne(): string | undefined {
    return this.#playerOne;
  }

  startGame(one: string, two: string): void {
    console.log(\`\${one} against \${two}\`);
    if (one === two)
      throw new InvalidPlayersError('Two players are needed.');
    this.apply(new GameStarted(one, two));
  }

  apply(event: GameStarted): void {
    this.#playerOne = event.playerOne;
    this.events.push(event);
  }
}

class InvalidPlayersError extends Error {}
`;
const events = `export class GameStarted {
  readonly type = 'GameStarted';
  constructor(readonly playerOne: string, readonly playerTwo: string) {}
}`;
const files = new Map([
  ['src/domain/game.ts', game],
  ['src/domain/events.ts', events],
]);

describe('running operations on a learner’s modules', () => {
  it('shows what methods returned, recorded and printed', async () => {
    const run = await runner.run({
      files,
      operations: [make, call('startGame', 'Ada', 'Bob'), read('events', 'playerOne')],
    });
    const [, started, state] = observationsOf(run);
    assert.equal(started?.printed, 'Ada against Bob\n');
    assert.deepEqual(membersOf(state?.outcome), {
      events: [{ type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Bob' }],
      playerOne: 'Ada',
    });
  });

  it('says what was thrown, with the place in the learner’s own source', async () => {
    const [, refused] = outcomesOf(await runner.run({ files, operations: [make, call('startGame', 'Ada', 'Ada')] }));
    assert.deepEqual(refused, {
      kind: 'threw',
      thrown: {
        name: 'InvalidPlayersError',
        message: 'Two players are needed.',
        isError: true,
        origin: 'learner',
        deliberate: true,
        frames: [{ file: 'src/domain/game.ts', line: 15, column: 13, function: 'Game.startGame' }],
      },
    });
  });

  it('makes an event by the learner’s own class', async () => {
    const apply = {
      op: 'call',
      on: 'game',
      name: 'apply',
      args: [
        { event: { module: 'domain/events', type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Bob' } } },
      ],
    } as const;
    const [, , state] = outcomesOf(await runner.run({ files, operations: [make, apply, read('player_one')] }));
    assert.deepEqual(membersOf(state), { playerOne: 'Ada' });
  });

  it('says which export or member is missing, and what there is', async () => {
    const [missing] = outcomesOf(await runner.run({ files: domain('export class Gamer {}'), operations: [make] }));
    assert.deepEqual(missing, {
      kind: 'missing',
      what: { what: 'export', module: 'domain/game', name: 'Game', exported: ['Gamer'] },
    });
    const [, noMember] = outcomesOf(await runner.run({ files, operations: [make, call('makeMove')] }));
    assert.ok(noMember?.kind === 'missing' && noMember.what.what === 'member');
    assert.deepEqual(noMember.what.members, ['events', 'playerOne', 'startGame', 'apply']);
  });
});

describe('a run that cannot start', () => {
  it('names the file, line and column of a syntax error', async () => {
    const run = await runner.run({ files: domain('export class Game {\n  startGame( {}\n}'), operations: [make] });
    assert.ok(run.kind === 'couldNotRun' && run.problem.kind === 'syntaxError');
    assert.equal(run.problem.at.file, 'src/domain/game.ts');
    assert.equal(run.problem.at.line, 3);
  });

  it('names the place of what only the runtime finds wrong', async () => {
    const run = await runner.run({
      files: domain('const a: number = 1;\nconst   b: string = "", a = 2;'),
      operations: [make],
    });
    assert.deepEqual(run, {
      kind: 'couldNotRun',
      problem: {
        kind: 'syntaxError',
        at: { file: 'src/domain/game.ts', line: 2, column: 25 },
        message: "Identifier 'a' has already been declared",
      },
    });
  });

  it('names an import that does not exist', async () => {
    const run = await runner.run({ files: domain("\nimport { A } from './nowhere';\nA;"), operations: [make] });
    assert.deepEqual(run, {
      kind: 'couldNotRun',
      problem: {
        kind: 'missingImport',
        specifier: './nowhere',
        at: { file: 'src/domain/game.ts', line: 2, column: 19 },
      },
    });
  });

  it('names the file when there is none', async () => {
    const run = await runner.run({ files: new Map(), operations: [make] });
    assert.deepEqual(run, { kind: 'couldNotRun', problem: { kind: 'missingFile', file: 'src/domain/game.ts' } });
  });
});

describe('a runtime that does not start', () => {
  const messageOf = async (options: Partial<TypeScriptOptions>): Promise<string> => {
    const broken = sourceRunner(options);
    const run = await broken.run({ files, operations: [make] });
    broken.dispose();
    assert.ok(run.kind === 'couldNotRun' && run.problem.kind === 'noChild', JSON.stringify(run));
    return run.problem.message;
  };

  it('is told when there is none', async () => {
    assert.match(await messageOf({ execPath: '/nowhere/node' }), /ENOENT/);
  });

  it('is told in its own words', async () => {
    assert.match(await messageOf({ driverPath: '/nowhere/driver.js' }), /Cannot find module/);
  });
});

describe('the packages of a program', () => {
  const packages = {
    '@eventstore/db-client': fileURLToPath(new URL('../../node_modules/@eventstore/db-client', import.meta.url)),
  };
  const lending = sourceRunner({ packages });
  after(() => lending.dispose());

  it('may be the client of the store, lent by the host', async () => {
    const source =
      "import { jsonEvent } from '@eventstore/db-client';\nexport class Game { play() { return jsonEvent({ type: 'A', data: {} }).type; } }";
    for (const _ of ['cold', 'loaded while it waited']) {
      const [, played] = outcomesOf(await lending.run({ files: domain(source), operations: [make, call('play')] }));
      assert.deepEqual(played, { kind: 'returned', value: { kind: 'string', value: 'A' } });
    }
  });
});

describe('what is printed', () => {
  it('belongs to the operation it was printed in, both streams in order', async () => {
    const source =
      "console.log('loading'); export class Game { play() { console.error('a'); console.log('b'); process.stdout.write('c'); } }";
    const run = await runner.run({ files: domain(source), operations: [make, call('play'), call('play')] });
    assert.deepEqual(
      observationsOf(run).map(({ printed }) => printed),
      ['', 'a\nb\nc', 'a\nb\nc'],
    );
    assert.equal(run.kind === 'completed' && run.printed, 'loading\na\nb\nca\nb\nc');
  });
});

describe('the environment', () => {
  it('holds what was asked for in this run, and nothing of the host or of another run', async () => {
    process.env.GROUND_UP_SECRET = 'of the host';
    const source =
      "export class Game { play() { return [process.env.GIVEN ?? '', process.env.GROUND_UP_SECRET ?? '', process.argv.length]; } }";
    const given = async (environment: Record<string, string>) => {
      const [, played] = outcomesOf(
        await runner.run({ files: domain(source), operations: [make, call('play')], environment }),
      );
      return played?.kind === 'returned' ? shown(played.value) : played;
    };
    assert.deepEqual(await given({ GIVEN: 'now' }), ['now', '', 2]);
    assert.deepEqual(await given({}), ['', '', 2]);
  });
});

describe('a session', () => {
  it('keeps the learner’s objects from one call to the next', async () => {
    const session = await runner.open({ files });
    await session.perform([make]);
    await session.perform([call('startGame', 'Ada', 'Bob')]);
    const [state] = outcomesOf(await session.perform([read('playerOne')]));
    session.dispose();
    assert.deepEqual(membersOf(state), { playerOne: 'Ada' });
  });

  it('that stopped says why again', async () => {
    const session = await runner.open({
      files: domain('export class Game { loop() { for (;;); } }'),
      limits: { time: 300 },
    });
    const first = await session.perform([make, call('loop')]);
    const second = await session.perform([make]);
    session.dispose();
    for (const run of [first, second])
      assert.deepEqual(run.kind === 'stopped' && run.stopped, { kind: 'timedOut', limit: 300 });
  });

  it('knows when the learner’s code failed between two calls', async () => {
    const source = "export class Game { play() { setTimeout(() => { throw new Error('too late'); }, 20); } }";
    const session = await runner.open({ files: domain(source) });
    await session.perform([make, call('play')]);
    await pause(200);
    const run = await session.perform([make]);
    session.dispose();
    assert.ok(run.kind === 'stopped' && run.stopped.kind === 'uncaught', JSON.stringify(run));
    assert.equal(run.stopped.thrown.message, 'too late');
  });

  it('takes one list of operations after the other', async () => {
    const session = await runner.open({ files });
    const runs = await Promise.all([
      session.perform([make]),
      session.perform([call('startGame', 'Ada', 'Bob')]),
      session.perform([read('playerOne')]),
    ]);
    session.dispose();
    assert.deepEqual(membersOf(outcomesOf(runs[2])[0]), { playerOne: 'Ada' });
  });
});
