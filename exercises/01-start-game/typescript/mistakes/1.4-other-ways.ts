import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 1.4 has to tell. */
export const otherLists: readonly Mistake[] = [
  {
    name: 'events-of-all-games-copied',
    toldAs: 'events-shared',
    step: '1.4',
    edits: [
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          /** A game of Connect Four: the aggregate of this tutorial. */
          const all: GameEvent[] = [];`,
      },
      {
        file: game,
        was: 'events: GameEvent[] = [];',
        becomes: `
          get events() {
            return [...all];
          }`,
      },
      { file: game, was: 'this.events.push(event);', becomes: 'all.push(event);' },
    ],
  },
];
