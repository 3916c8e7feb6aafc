import type { GameEvent } from '../../domain/events.ts';
import type { Game } from '../../domain/game.ts';
import { type Folded, FoldedStream } from '../../timeline/fold.ts';
import { gameEventOf } from '../../timeline/game-event.ts';
import { referenceFolder } from '../../timeline/reference.ts';
import { storedEvent } from './stored-event.ts';
import type { StreamReader } from './stream-reader.ts';

/** What if that event had never happened: the same stream folded without it. */
export class Without {
  /** Of the timeline. */
  readonly entry: number;
  readonly #event: number;
  readonly #reader: StreamReader;
  readonly #folded = new FoldedStream<Game, GameEvent | undefined>(referenceFolder);

  constructor(entry: number, event: number, reader: StreamReader) {
    this.entry = entry;
    this.#event = event;
    this.#reader = reader;
  }

  /** After so many events of the stream, the one left out counted too. */
  after(count: number): Folded<Game> {
    while (this.#folded.length < count) {
      const index = this.#folded.length;
      const event = index === this.#event ? undefined : this.#reader.event(index);
      this.#folded.append(event === undefined ? undefined : gameEventOf(storedEvent(event)));
    }
    return this.#folded.after(count);
  }
}
