import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/connect_four/domain/game.py';
const events = 'src/connect_four/domain/events.py';

/** Mistakes that step 1.6 has to tell. */
export const applying: readonly Mistake[] = [
  {
    name: 'apply-does-nothing',
    step: '1.6',
    edits: [
      { file: game, was: 'return self.player_one is not None', becomes: 'return len(self.events) > 0' },
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
    name: 'apply-missing',
    step: '1.6',
    edits: [
      { file: game, was: 'def apply(self', becomes: 'def when_happened(self' },
      { file: game, was: 'self.apply(event)', becomes: 'self.when_happened(event)' },
    ],
  },
  {
    name: 'apply-records',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'self.player_two = event.player_two',
        becomes: `
          self.player_two = event.player_two
          self.events.append(event)`,
      },
      { file: game, was: 'self.apply(event)\nself.events.append(event)', becomes: 'self.apply(event)' },
    ],
  },
  {
    name: 'apply-asks-constraint',
    toldAs: 'apply-refuses',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'match event:',
        becomes: `
          if self.has_started:
              raise GameAlreadyStartedError("This game has already started.")
          match event:`,
      },
    ],
  },
  {
    name: 'apply-changes-event',
    toldAs: 'event-changed-later',
    step: '1.6',
    edits: [
      { file: events, was: '@dataclass(frozen=True)', becomes: '@dataclass' },
      {
        file: events,
        was: 'player_two: str',
        becomes: `
          player_two: str
          applied: int = 0`,
      },
      {
        file: game,
        was: 'match event:',
        becomes: `
          event.applied += 1
          match event:`,
      },
    ],
  },
  {
    name: 'live-differs-from-rebuilt',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'self.events: list[GameEvent] = []',
        becomes: `
          self.events: list[GameEvent] = []
          self.starter: str | None = None`,
      },
      {
        file: game,
        was: 'self._process(GameStarted(player_one, player_two))',
        becomes: `
          self.starter = player_one
          self._process(GameStarted(player_one, player_two))`,
      },
    ],
  },
  {
    name: 'recorded-not-applied',
    step: '1.6',
    edits: [
      { file: game, was: 'return self.player_one is not None', becomes: 'return len(self.events) > 0' },
      { file: game, was: 'self.apply(event)', becomes: '' },
    ],
  },
];
