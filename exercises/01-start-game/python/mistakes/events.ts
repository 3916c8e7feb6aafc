import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/connect_four/domain/game.py';
const events = 'src/connect_four/domain/events.py';

/** Mistakes that steps 1.4 and 1.5 have to tell. */
export const recording: readonly Mistake[] = [
  {
    name: 'no-events',
    step: '1.4',
    edits: [
      { file: game, was: 'self.events: list[GameEvent] = []', becomes: 'self.history: list[GameEvent] = []' },
      { file: game, was: 'self.events.append(event)', becomes: 'self.history.append(event)' },
    ],
  },
  {
    name: 'events-no-list',
    step: '1.4',
    edits: [
      { file: game, was: 'self.events: list[GameEvent] = []', becomes: 'self.events: dict[str, GameEvent] = {}' },
      { file: game, was: 'self.events.append(event)', becomes: 'self.events[type(event).__name__] = event' },
    ],
  },
  {
    name: 'events-before-start',
    step: '1.4',
    edits: [{ file: game, was: 'self.events: list[GameEvent] = []', becomes: 'self.events: list = ["GameCreated"]' }],
  },
  {
    name: 'events-shared',
    step: '1.4',
    edits: [
      {
        file: game,
        was: 'def __init__(self) -> None:',
        becomes: `
          events: list[GameEvent] = []

          def __init__(self) -> None:`,
      },
      { file: game, was: 'self.events: list[GameEvent] = []', becomes: '' },
    ],
  },
  {
    name: 'events-of-all-games-by-default',
    toldAs: 'events-shared',
    step: '1.4',
    edits: [
      {
        file: game,
        was: 'def __init__(self) -> None:',
        becomes: 'def __init__(self, events: list[GameEvent] = []) -> None:',
      },
      { file: game, was: 'self.events: list[GameEvent] = []', becomes: 'self.events = events' },
    ],
  },
  {
    name: 'applied-not-recorded',
    step: '1.5',
    edits: [{ file: game, was: 'self._process(GameStarted', becomes: 'self.apply(GameStarted' }],
  },
  {
    name: 'event-names-swapped',
    step: '1.5',
    edits: [
      { file: game, was: 'GameStarted(player_one, player_two)', becomes: 'GameStarted(player_two, player_one)' },
      { file: game, was: 'self.player_one = event.player_one', becomes: 'self.player_one = event.player_two' },
      { file: game, was: 'self.player_two = event.player_two', becomes: 'self.player_two = event.player_one' },
    ],
  },
  {
    name: 'event-without-names',
    step: '1.5',
    edits: [
      {
        file: events,
        was: `
          player_one: str
          player_two: str`,
        becomes: '',
      },
      {
        file: game,
        was: 'self._process(GameStarted(player_one, player_two))',
        becomes: `
          self.player_one = player_one
          self.player_two = player_two
          self.events.append(GameStarted())`,
      },
      {
        file: game,
        was: `
          self.player_one = event.player_one
          self.player_two = event.player_two`,
        becomes: 'pass',
      },
    ],
  },
  {
    name: 'recorded-twice',
    step: '1.5',
    edits: [
      {
        file: game,
        was: 'self.events.append(event)',
        becomes: `
          self.events.append(event)
          self.events = [*self.events, event]`,
      },
    ],
  },
  {
    name: 'state-changed-no-event',
    step: '1.5',
    edits: [
      {
        file: game,
        was: 'self._process(GameStarted(player_one, player_two))',
        becomes: `
          self.player_one = player_one
          self.player_two = player_two`,
      },
    ],
  },
  {
    name: 'state-set-beside-event',
    step: '1.5',
    edits: [
      {
        file: game,
        was: 'self._process(GameStarted(player_one, player_two))',
        becomes: `
          self.player_one = player_one
          self.player_two = player_two
          self._process(GameStarted(player_one, player_two))`,
      },
    ],
  },
  {
    name: 'wrong-event-type',
    step: '1.5',
    edits: [
      { file: events, was: 'class GameStarted:', becomes: 'class StartGame:' },
      { file: events, was: 'GameEvent = GameStarted', becomes: 'GameEvent = StartGame' },
      { file: game, was: 'import GameEvent, GameStarted', becomes: 'import GameEvent, StartGame' },
      { file: game, was: 'self._process(GameStarted(', becomes: 'self._process(StartGame(' },
      { file: game, was: 'case GameStarted():', becomes: 'case StartGame():' },
    ],
  },
  {
    name: 'one-event-object-for-all',
    toldAs: 'event-changed-later',
    step: '1.5',
    edits: [
      { file: events, was: '@dataclass(frozen=True)', becomes: '@dataclass' },
      {
        file: game,
        was: 'self._process(GameStarted(player_one, player_two))',
        becomes: `
          THE_EVENT.player_one, THE_EVENT.player_two = player_one, player_two
          self._process(THE_EVENT)`,
      },
      {
        file: game,
        was: 'class Game:',
        becomes: `
          THE_EVENT = GameStarted("", "")


          class Game:`,
      },
    ],
  },
];
