import assert from 'node:assert/strict';
import { type Column, columns } from '../../../../src/domain/connect-four/board.ts';
import type { Load } from './run-program.ts';

type Members = Readonly<Record<string, unknown>>;

/** A learner's game, of which nothing is known but the names that the tutorial gives. */
export class Played {
  readonly game: object;

  constructor(game: object) {
    this.game = game;
  }

  static from(value: unknown): Played {
    assert.ok(typeof value === 'object' && value !== null, 'there is no game');
    return new Played(value);
  }

  static makerIn(load: Load): () => Played {
    const { Game } = load('src/domain/game.ts');
    assert.ok(typeof Game === 'function');
    return () => Played.from(Reflect.construct(Game, []));
  }

  /** A member in either spelling; undefined for nobody. */
  read(name: string): unknown {
    const spelled = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const found = name in this.game ? Reflect.get(this.game, name) : Reflect.get(this.game, spelled);
    return found ?? undefined;
  }

  events(name = 'events'): readonly unknown[] {
    const events = this.read(name);
    assert.ok(Array.isArray(events), `${name} is no list`);
    return [...events];
  }

  /** What the method gives back. */
  call(name: string, ...given: readonly unknown[]): unknown {
    const method = Reflect.get(this.game, name);
    assert.ok(typeof method === 'function', `there is no ${name}`);
    const result: unknown = Reflect.apply(method, this.game, given);
    // What a command refuses too late is seen by what it left; as a rejection it would end this process.
    if (result instanceof Promise) result.catch(() => undefined);
    return result;
  }

  /** What it is like from outside, events aside. */
  state(): Members {
    const fields = ['playerOne', 'playerTwo', 'nextPlayer', 'result', 'isFinished'];
    return { ...Object.fromEntries(fields.map((name) => [name, this.read(name)])), board: this.board() };
  }

  /** The tokens in each column from the bottom up; undefined where there is no board yet. */
  board(): Readonly<Record<Column, string>> | undefined {
    const board = this.read('board');
    if (board === undefined) return undefined;
    assert.ok(typeof board === 'object' && board !== null);
    const texts = columns.map((column) => [column, String(Reflect.get(board, column))] as const);
    return { ...{ A: '', B: '', C: '', D: '', E: '', F: '', G: '' }, ...Object.fromEntries(texts) };
  }

  /** Another game that is told what happened here, one event after the other. */
  replayedIn(other: Played): Played {
    for (const event of this.events()) other.call('apply', event);
    return other;
  }
}

/** A command is refused with an error of this name or of a class that extends it, and nothing changes. */
export function assertRefused(game: Played, error: string, command: string, ...given: readonly unknown[]): void {
  const before = [game.state(), game.events()];
  assert.throws(
    () => game.call(command, ...given),
    (thrown) => thrown instanceof Error && classesOf(thrown).includes(error),
  );
  assert.deepEqual([game.state(), game.events()], before);
}

function classesOf(value: object): string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== 'object' || prototype === null) return [];
  return [prototype.constructor.name, ...classesOf(prototype)];
}
