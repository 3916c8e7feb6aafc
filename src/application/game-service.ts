import type { GameCommand } from '../domain/connect-four/commands.ts';
import type { GameEvent } from '../domain/connect-four/events.ts';
import { decide, fold, type Game, type Refusal } from '../domain/connect-four/game.ts';
import type { AppendResult } from '../eventstore/results.ts';
import type { GameRepository } from './game-repository.ts';

export type Handled =
  | { readonly kind: 'recorded'; readonly game: Game; readonly events: readonly GameEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly game: Game }
  /** The store did not take the events; nothing was recorded. */
  | { readonly kind: 'notStored'; readonly result: Exclude<AppendResult, { kind: 'appended' }> };

const attempts = 5;

/** Load, decide, append. Whoever loses a race against another writer loads again and decides anew. */
export class GameService {
  readonly #games: GameRepository;

  constructor(games: GameRepository) {
    this.#games = games;
  }

  async handle(gameId: string, command: GameCommand): Promise<Handled> {
    let handled = await this.#attempt(gameId, command);
    for (let attempt = 1; attempt < attempts && lostRace(handled); attempt++) {
      handled = await this.#attempt(gameId, command);
    }
    return handled;
  }

  async #attempt(gameId: string, command: GameCommand): Promise<Handled> {
    const { game, revision } = await this.#games.load(gameId);
    const decision = decide(command, game);
    if (decision.kind === 'refused') return { kind: 'refused', refusal: decision.refusal, game };
    const result = await this.#games.append(gameId, decision.events, revision);
    if (result.kind !== 'appended') return { kind: 'notStored', result };
    return { kind: 'recorded', events: decision.events, game: fold(decision.events, game) };
  }
}

function lostRace(handled: Handled): boolean {
  return handled.kind === 'notStored' && handled.result.kind === 'wrongExpectedRevision';
}
