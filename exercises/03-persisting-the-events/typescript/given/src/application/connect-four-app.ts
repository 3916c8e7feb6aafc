import { Game, type Move } from '../domain/game';
import type { GameRepository } from './game-repository';

/** What one can do with Connect Four from outside: each request gets a game, gives it a command, and stores what happened. */
export class ConnectFourApp {
  private readonly games: GameRepository;

  constructor(games: GameRepository) {
    this.games = games;
  }

  /** Starts a new game and says which one it is. */
  async createGame(playerOne: string, playerTwo: string): Promise<string> {
    const game = new Game();
    game.startGame(playerOne, playerTwo);
    await this.games.add(game);
    return game.id;
  }

  async makeMove(gameId: string, move: Move): Promise<void> {
    const game = await this.games.get(gameId);
    game.makeMove(move);
    await this.games.add(game);
  }

  /** For looking at; nothing that is done to it is stored. */
  getGame(gameId: string): Promise<Game> {
    return this.games.get(gameId);
  }
}
