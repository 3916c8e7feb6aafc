import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const mapping = 'src/persistence/event-mapping.ts';
const repository = 'src/persistence/event-store-db.ts';
const game = 'src/domain/game.ts';

export const finish: readonly Mistake[] = [
  {
    name: 'finish-not-restored',
    step: '3.7',
    edits: [
      {
        file: mapping,
        was: 'return { type, result: data.result };',
        becomes: "return { type, result: 'PLAYER_ONE_WON' };",
      },
    ],
  },
  {
    name: 'finish-not-stored',
    step: '3.7',
    edits: [
      {
        file: repository,
        was: 'game.uncommittedEvents',
        becomes: "game.uncommittedEvents.filter(({ type }) => type !== 'GameFinished')",
      },
    ],
  },
  {
    name: 'forgotten-at-the-end',
    step: '3.7',
    edits: [
      {
        file: game,
        was: 'this.nextPlayer = undefined;',
        becomes: `
          this.playerTwo = undefined;
          this.nextPlayer = undefined;`,
      },
    ],
  },
  {
    name: 'other-history',
    step: '3.7',
    edits: [
      {
        file: repository,
        was: 'game.uncommittedEvents.map(toEventData)',
        becomes: 'game.uncommittedEvents.slice(-6).map(toEventData)',
      },
    ],
  },
];
