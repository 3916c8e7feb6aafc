/** How a game ended. */
export type GameResult = 'PLAYER_ONE_WON' | 'TIED' | 'PLAYER_TWO_WON';
