import { GameAlreadyStartedError } from './errors';
import type { GameEvent } from './events';

type State = { status: 'new' } | { status: 'started'; players: [string, string] };

const initial: State = { status: 'new' };

function evolve(_state: State, event: GameEvent): State {
  switch (event.type) {
    case 'GameStarted':
      return { status: 'started', players: [event.playerOne, event.playerTwo] };
  }
}

function decide(state: State, command: { playerOne: string; playerTwo: string }): GameEvent[] {
  if (state.status === 'started') throw new GameAlreadyStartedError('Started already.');
  return [{ type: 'GameStarted', ...command }];
}

/** The class is a shell: a decider inside, the names of the tutorial outside. */
export class Game {
  #state = initial;
  #recorded: GameEvent[] = [];

  get events() {
    return this.#recorded;
  }

  get playerOne() {
    return this.#state.status === 'started' ? this.#state.players[0] : undefined;
  }

  get playerTwo() {
    return this.#state.status === 'started' ? this.#state.players[1] : undefined;
  }

  startGame(playerOne: string, playerTwo: string) {
    for (const event of decide(this.#state, { playerOne, playerTwo })) {
      this.apply(event);
      this.#recorded = [...this.#recorded, event];
    }
  }

  apply(event: GameEvent) {
    this.#state = evolve(this.#state, event);
  }
}
