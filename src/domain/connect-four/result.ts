/** How a game ended, in the words that are stored. */
export const results = ['PLAYER_ONE_WON', 'TIED', 'PLAYER_TWO_WON'] as const;
export type Result = (typeof results)[number];
