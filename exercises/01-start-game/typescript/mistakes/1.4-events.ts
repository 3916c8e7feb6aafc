import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const events: readonly Mistake[] = [
  {
    name: 'events-before-start',
    step: '1.4',
    edits: [
      {
        file: game,
        was: 'events: GameEvent[] = [];',
        becomes: "events: (GameEvent | { type: 'GameCreated' })[] = [{ type: 'GameCreated' }];",
      },
    ],
  },
  {
    name: 'events-no-list',
    step: '1.4',
    edits: [
      { file: game, was: 'events: GameEvent[] = [];', becomes: 'events: Record<string, GameEvent> = {};' },
      { file: game, was: 'this.events.push(event);', becomes: 'this.events[event.type] = event;' },
    ],
  },
  {
    name: 'events-shared',
    step: '1.4',
    edits: [
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          const allEvents: GameEvent[] = [];

          /** A game of Connect Four: the aggregate of this tutorial. */`,
      },
      { file: game, was: 'events: GameEvent[] = [];', becomes: 'events: GameEvent[] = allEvents;' },
    ],
  },
  {
    name: 'no-events',
    step: '1.4',
    edits: [
      { file: game, was: 'events: GameEvent[] = [];', becomes: 'history: GameEvent[] = [];' },
      { file: game, was: 'this.events.push(event);', becomes: 'this.history.push(event);' },
    ],
  },
];
