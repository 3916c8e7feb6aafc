export type GameStarted = { type: 'GameStarted'; data: { players: { one: string; two: string } } };
export type GameEvent = GameStarted;
