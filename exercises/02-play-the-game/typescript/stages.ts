import type { Stage } from '../../../src/course/workspace/stages.ts';

const game = 'src/domain/game.ts';
const events = 'src/domain/events.ts';

/** What the solution was before each step, from the last step on. */
const stages: readonly Stage[] = [
  { before: '2.5', asGiven: ['test/domain/game.test.ts'] },
  {
    before: '2.4',
    edits: [
      { file: events, was: "import type { GameResult } from './result';", becomes: '' },
      {
        file: events,
        was: `
          /** The game is over, and this is how it ended. */
          export type GameFinished = {
            readonly type: 'GameFinished';
            readonly result: GameResult;
          };`,
        becomes: '',
      },
      { file: events, was: 'MoveMade | GameFinished;', becomes: 'MoveMade;' },
      { file: game, was: "if (this.isFinished) throw new InvalidMoveError('This game is over.');", becomes: '' },
      { file: game, was: 'this.finishIfOver();', becomes: '' },
      {
        file: game,
        was: `
          case 'GameFinished':
            this.result = event.result;
            this.nextPlayer = undefined;
            break;`,
        becomes: '',
      },
      {
        file: game,
        was: `
          private finishIfOver(): void {
            const result = this._board.getResult();
            if (result !== undefined) this.processEvent({ type: 'GameFinished', result });
          }`,
        becomes: '',
      },
    ],
  },
  {
    before: '2.3',
    edits: [
      { file: game, was: 'GameAlreadyStartedError, InvalidMoveError', becomes: 'GameAlreadyStartedError' },
      {
        file: game,
        was: `
          if (!this.hasStarted) throw new InvalidMoveError('This game has not started yet.');
          if (player !== this.nextPlayer)
            throw new InvalidMoveError(\`It is the turn of \${this.nextPlayer}, not of \${player}.\`);
          if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);

          this.processEvent({ type: 'MoveMade', player, column });`,
        becomes: "this.processEvent({ type: 'MoveMade', player, column });",
      },
    ],
  },
];

export default stages;
