import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';
const events = 'src/domain/events.ts';

export const move: readonly Mistake[] = [
  {
    name: 'applied-not-recorded',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column })",
        becomes: "this.apply({ type: 'MoveMade', player, column })",
      },
    ],
  },
  {
    name: 'applied-twice',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          this._board.addMove(column, player === this.playerOne ? 'RED' : 'YELLOW');
          this.processEvent({ type: 'MoveMade', player, column });`,
      },
    ],
  },
  {
    name: 'apply-refuses',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');",
        becomes: `
          if (this.events.length === 0) throw new InvalidMoveError('This game has not started yet.');
          this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');`,
      },
    ],
  },
  {
    name: 'board-hidden',
    step: '2.2',
    typesAreWrong: 'The terminal shows the board that is hidden.',
    edits: [
      { file: game, was: 'type BoardState, type Column', becomes: 'type Column' },
      { file: game, was: 'private readonly _board = new Board();', becomes: 'readonly #board = new Board();' },
      { file: game, was: 'this._board.hasRoomInColumn', becomes: 'this.#board.hasRoomInColumn' },
      { file: game, was: 'this._board.addMove', becomes: 'this.#board.addMove' },
      {
        file: game,
        was: `
          /** The tokens on the board, for looking at. */
          get board(): BoardState {
            return this._board.state;
          }

          private finishIfOver(): void {
            const result = this._board.getResult();`,
        becomes: `
          private finishIfOver(): void {
            const result = this.#board.getResult();`,
      },
    ],
  },
  {
    name: 'board-shared',
    step: '2.2',
    edits: [
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          const theBoard = new Board();

          /** A game of Connect Four: the aggregate of this tutorial. */`,
      },
      { file: game, was: 'private readonly _board = new Board();', becomes: '' },
      { file: game, was: 'this._board.hasRoomInColumn', becomes: 'theBoard.hasRoomInColumn' },
      { file: game, was: 'this._board.addMove', becomes: 'theBoard.addMove' },
      { file: game, was: 'return this._board.state;', becomes: 'return theBoard.state;' },
      { file: game, was: 'const result = this._board.getResult();', becomes: 'const result = theBoard.getResult();' },
    ],
  },
  {
    name: 'event-changed-later',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'private readonly _board = new Board();',
        becomes: `
          private readonly _board = new Board();
          private readonly move = { type: 'MoveMade' as const, player: '', column: 'A' as Column };`,
      },
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          this.move.player = player;
          this.move.column = column;
          this.processEvent(this.move);`,
      },
    ],
  },
  {
    name: 'move-not-on-board',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');",
        becomes: '',
      },
    ],
  },
  {
    name: 'move-refused',
    step: '2.2',
    edits: [{ file: game, was: '!this._board.hasRoomInColumn', becomes: 'this._board.hasRoomInColumn' }],
  },
  {
    name: 'move-without-column',
    step: '2.2',
    edits: [
      { file: events, was: "import type { Column } from './board';", becomes: '' },
      { file: events, was: 'readonly column: Column;', becomes: '' },
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          this._board.addMove(column, player === this.playerOne ? 'RED' : 'YELLOW');
          this.processEvent({ type: 'MoveMade', player });`,
      },
      {
        file: game,
        was: "this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');",
        becomes: '',
      },
    ],
  },
  {
    name: 'move-without-player',
    step: '2.2',
    edits: [
      { file: events, was: 'readonly player: string;', becomes: '' },
      { file: game, was: "{ type: 'MoveMade', player, column }", becomes: "{ type: 'MoveMade', column }" },
      { file: game, was: 'event.column, event.player', becomes: 'event.column, this.nextPlayer' },
      { file: game, was: 'this.nextPlayer = event.player ===', becomes: 'this.nextPlayer = this.nextPlayer ===' },
    ],
  },
  {
    name: 'nothing-recorded',
    step: '2.2',
    edits: [
      {
        file: game,
        was: `
          this.processEvent({ type: 'MoveMade', player, column });
          this.finishIfOver();`,
        becomes: '',
      },
    ],
  },
  {
    name: 'players-changed',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'private readonly _board = new Board();',
        becomes: `
          private readonly _board = new Board();
          private turn = 0;`,
      },
      {
        file: game,
        was: `
          this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;`,
        becomes: `
          this._board.addMove(event.column, this.turn++ % 2 === 0 ? 'RED' : 'YELLOW');
          [this.playerOne, this.playerTwo] = [this.playerTwo, this.playerOne];
          this.nextPlayer = this.playerOne;`,
      },
    ],
  },
  {
    name: 'recorded-not-applied',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column })",
        becomes: "this.events.push({ type: 'MoveMade', player, column })",
      },
    ],
  },
  {
    name: 'recorded-twice',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'this.finishIfOver();',
        becomes: `
          this.events.push({ type: 'MoveMade', player, column });
          this.finishIfOver();`,
      },
    ],
  },
  {
    name: 'state-changed-no-event',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          this._board.addMove(column, player === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = player === this.playerOne ? this.playerTwo : this.playerOne;`,
      },
    ],
  },
  {
    name: 'state-set-in-command',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          this._board.addMove(column, player === this.playerOne ? 'RED' : 'YELLOW');
          this.processEvent({ type: 'MoveMade', player, column });`,
      },
      {
        file: game,
        was: "this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');",
        becomes: '',
      },
    ],
  },
  {
    name: 'turn-not-passed',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;',
        becomes: '',
      },
    ],
  },
  {
    name: 'wrong-column',
    step: '2.2',
    edits: [
      { file: game, was: 'BoardState, type Column', becomes: 'BoardState, type Column, columns' },
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          function firstWithRoom(board: Board): Column {
            return columns.find((column) => board.hasRoomInColumn(column)) ?? 'A';
          }

          /** A game of Connect Four: the aggregate of this tutorial. */`,
      },
      { file: game, was: 'addMove(event.column', becomes: 'addMove(firstWithRoom(this._board)' },
    ],
  },
  {
    name: 'wrong-event-type',
    step: '2.2',
    edits: [
      { file: events, was: 'export type MoveMade = {', becomes: 'export type MakeMove = {' },
      { file: events, was: "readonly type: 'MoveMade';", becomes: "readonly type: 'MakeMove';" },
      { file: events, was: 'GameStarted | MoveMade', becomes: 'GameStarted | MakeMove' },
      { file: game, was: "type: 'MoveMade'", becomes: "type: 'MakeMove'" },
      { file: game, was: "case 'MoveMade':", becomes: "case 'MakeMove':" },
    ],
  },
  {
    name: 'wrong-player-in-event',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          const next = player === this.playerOne ? this.playerTwo : this.playerOne;
          this.processEvent({ type: 'MoveMade', player: next ?? player, column });`,
      },
      {
        file: game,
        was: `
          this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;`,
        becomes: `
          this._board.addMove(event.column, event.player === this.playerOne ? 'YELLOW' : 'RED');
          this.nextPlayer = event.player;`,
      },
    ],
  },
  {
    name: 'wrong-token',
    step: '2.2',
    edits: [
      {
        file: game,
        was: `
          this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;`,
        becomes: `
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;
          this._board.addMove(event.column, this.nextPlayer === this.playerOne ? 'RED' : 'YELLOW');`,
      },
    ],
  },
];
