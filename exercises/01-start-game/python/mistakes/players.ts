import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/connect_four/domain/game.py';

/** Mistakes that steps 1.2 and 1.3 have to tell. */
export const players: readonly Mistake[] = [
  {
    name: 'empty-name',
    step: '1.2',
    edits: [
      { file: game, was: 'self.player_one: str | None = None', becomes: 'self.player_one = ""' },
      { file: game, was: 'return self.player_one is not None', becomes: 'return self.player_one != ""' },
    ],
  },
  {
    name: 'no-players',
    step: '1.2',
    edits: [
      {
        file: game,
        was: `
          self.player_one: str | None = None
          self.player_two: str | None = None`,
        becomes: 'self.players: list[str] = []',
      },
      {
        file: game,
        was: `
          self.player_one = event.player_one
          self.player_two = event.player_two`,
        becomes: 'self.players = [event.player_one, event.player_two]',
      },
      { file: game, was: 'return self.player_one is not None', becomes: 'return len(self.players) > 0' },
    ],
  },
  {
    name: 'players-before-start',
    step: '1.2',
    edits: [
      { file: game, was: 'self.player_one: str | None = None', becomes: 'self.player_one: str | None = "player one"' },
    ],
  },
  {
    name: 'names-swapped',
    step: '1.3',
    edits: [
      { file: game, was: 'self.player_one = event.player_one', becomes: 'self.player_one = event.player_two' },
      { file: game, was: 'self.player_two = event.player_two', becomes: 'self.player_two = event.player_one' },
    ],
  },
  {
    name: 'players-not-set',
    step: '1.3',
    edits: [{ file: game, was: 'self.player_two = event.player_two', becomes: '' }],
  },
  {
    name: 'state-shared',
    step: '1.3',
    edits: [
      { file: game, was: 'self.player_one: str | None = None', becomes: 'Game.player_one = None' },
      { file: game, was: 'self.player_one = event.player_one', becomes: 'Game.player_one = event.player_one' },
      { file: game, was: 'return self.player_one is not None', becomes: 'return len(self.events) > 0' },
    ],
  },
  {
    name: 'applied-in-a-coroutine',
    toldAs: 'done-too-late',
    step: '1.3',
    edits: [
      {
        file: game,
        was: 'def start_game(self, player_one: str, player_two: str) -> None:',
        becomes: 'async def start_game(self, player_one: str, player_two: str) -> None:',
      },
    ],
  },
];
