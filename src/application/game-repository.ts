import type { GameEvent } from '../domain/connect-four/events.ts';
import { fold, type Game, initialGame } from '../domain/connect-four/game.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import { originalOf } from '../eventstore/events.ts';
import type { ExpectedRevision } from '../eventstore/expected-revision.ts';
import type { AppendResult } from '../eventstore/results.ts';
import { gameStream, toGameEvent, toNewEvent } from './event-mapping.ts';

/** A game as it was loaded, and the revision to expect when something is appended to it. */
export interface LoadedGame {
  readonly game: Game;
  readonly events: readonly GameEvent[];
  readonly revision: ExpectedRevision;
}

/** Loads games by folding their streams, and appends what was decided. */
export class GameRepository {
  readonly #store: EventStore;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** A game nobody has started is an empty stream, not an error. Throws when the store can't be read. */
  async load(gameId: string): Promise<LoadedGame> {
    const stream = gameStream(gameId);
    const read = await this.#store.readStream(stream);
    if (read.kind === 'streamNotFound') return { game: initialGame, events: [], revision: 'noStream' };
    if (read.kind === 'streamDeleted') throw new Error(`The stream ${stream} was deleted.`);
    if (read.kind === 'unavailable') throw new Error(read.reason);

    const events: GameEvent[] = [];
    let revision: ExpectedRevision = 'noStream';
    for await (const resolved of read.events) {
      const recorded = originalOf(resolved);
      events.push(toGameEvent(recorded));
      revision = recorded.revision;
    }
    return { game: fold(events), events, revision };
  }

  append(gameId: string, events: readonly GameEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    return this.#store.append(gameStream(gameId), events.map(toNewEvent), expected);
  }
}
