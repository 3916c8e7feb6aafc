import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';
const events = 'src/domain/events.ts';

export const finish: readonly Mistake[] = [
  {
    name: 'apply-records',
    step: '2.4',
    edits: [
      { file: game, was: 'this.finishIfOver();', becomes: '' },
      {
        file: game,
        was: `
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;
          break;`,
        becomes: `
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;
          this.finishIfOver();
          break;`,
      },
    ],
  },
  {
    name: 'finish-denied',
    step: '2.4',
    edits: [{ file: game, was: 'return this.result !== undefined;', becomes: "return this.result === 'TIED';" }],
  },
  {
    name: 'finish-missing',
    step: '2.4',
    edits: [
      { file: game, was: 'this.finishIfOver();', becomes: '' },
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
    name: 'finish-not-applied',
    step: '2.4',
    edits: [
      { file: game, was: 'this.isFinished', becomes: "this.events.at(-1)?.type === 'GameFinished'" },
      {
        file: game,
        was: `
          case 'GameFinished':
            this.result = event.result;
            this.nextPlayer = undefined;
            break;`,
        becomes: '',
      },
    ],
  },
  {
    name: 'finish-without-result',
    step: '2.4',
    edits: [
      { file: events, was: "import type { GameResult } from './result';", becomes: '' },
      { file: events, was: 'readonly result: GameResult;', becomes: '' },
      { file: game, was: 'this.result = event.result;', becomes: 'this.result = this._board.getResult();' },
      { file: game, was: "{ type: 'GameFinished', result }", becomes: "{ type: 'GameFinished' }" },
    ],
  },
  {
    name: 'finished-before-move',
    step: '2.4',
    edits: [
      {
        file: game,
        was: `
          this.processEvent({ type: 'MoveMade', player, column });
          this.finishIfOver();`,
        becomes: `
          const result = this.resultAfter(player, column);
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });
          this.processEvent({ type: 'MoveMade', player, column });`,
      },
      {
        file: game,
        was: `
          private finishIfOver(): void {
            const result = this._board.getResult();
            if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          private resultAfter(player: string, column: Column): GameResult | undefined {
            const board = new Board();
            for (const event of this.events) {
              if (event.type === 'MoveMade') board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
            }
            board.addMove(column, player === this.playerOne ? 'RED' : 'YELLOW');
            return board.getResult();`,
      },
    ],
  },
  {
    name: 'finished-too-early',
    step: '2.4',
    edits: [
      { file: game, was: 'BoardState, type Column', becomes: 'BoardState, type Column, columns' },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const isCrowded = columns.filter((column) => this._board.state[column].length >= 3).length >= 2;
          const result = isCrowded ? 'PLAYER_ONE_WON' : this._board.getResult();
          if (result !== undefined && !this.isFinished) this.processEvent({ type: 'GameFinished', result });`,
      },
    ],
  },
  {
    name: 'finished-twice',
    step: '2.4',
    edits: [
      {
        file: game,
        was: 'this.finishIfOver();',
        becomes: `
          this.finishIfOver();
          this.finishIfOver();`,
      },
    ],
  },
  {
    name: 'last-move-missing',
    step: '2.4',
    edits: [
      {
        file: game,
        was: `
          this.processEvent({ type: 'MoveMade', player, column });
          this.finishIfOver();`,
        becomes: `
          this.apply({ type: 'MoveMade', player, column });
          const result = this._board.getResult();
          this.events.push({ type: 'MoveMade', player, column });
          if (result === undefined) return;
          this.events.pop();
          this.processEvent({ type: 'GameFinished', result });`,
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
    name: 'move-after-end-accepted',
    step: '2.4',
    edits: [
      {
        file: game,
        was: `
          if (this.isFinished) throw new InvalidMoveError('This game is over.');
          if (player !== this.nextPlayer)`,
        becomes: 'if (this.nextPlayer !== undefined && player !== this.nextPlayer)',
      },
    ],
  },
  {
    name: 'result-without-event',
    step: '2.4',
    edits: [
      { file: game, was: "this.processEvent({ type: 'GameFinished', result })", becomes: 'this.result = result' },
    ],
  },
  {
    name: 'tie-forgotten',
    step: '2.4',
    edits: [
      {
        file: game,
        was: '(result !== undefined)',
        becomes: "(result === 'PLAYER_ONE_WON' || result === 'PLAYER_TWO_WON')",
      },
    ],
  },
  {
    name: 'turn-passed-after-end',
    step: '2.4',
    edits: [{ file: game, was: 'this.nextPlayer = undefined;', becomes: '' }],
  },
  {
    name: 'wrong-result',
    step: '2.4',
    edits: [
      {
        file: game,
        was: "if (result !== undefined) this.processEvent({ type: 'GameFinished', result });",
        becomes: `
          if (result === undefined) return;
          const other = result === 'PLAYER_ONE_WON' ? 'PLAYER_TWO_WON' : 'PLAYER_ONE_WON';
          this.processEvent({ type: 'GameFinished', result: result === 'TIED' ? result : other });`,
      },
    ],
  },
  {
    name: 'wrong-result-in-state',
    step: '2.4',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: "this.result = event.result === 'PLAYER_ONE_WON' ? 'PLAYER_TWO_WON' : event.result;",
      },
    ],
  },
];
