import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 2.2 has to tell. */
export const otherMoves: readonly Mistake[] = [
  {
    name: 'turn-shared',
    toldAs: 'state-shared',
    step: '2.2',
    edits: [
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          /** A game of Connect Four: the aggregate of this tutorial. */
          const turn: { next: string | undefined } = { next: undefined };`,
      },
      {
        file: game,
        was: 'nextPlayer: string | undefined = undefined;',
        becomes: `
          get nextPlayer() {
            return turn.next;
          }
          set nextPlayer(x: string | undefined) {
            turn.next = x;
          }`,
      },
    ],
  },
  {
    name: 'applied-in-a-microtask',
    toldAs: 'board-shared',
    step: '2.2',
    edits: [{ file: game, was: 'this.apply(event);', becomes: 'queueMicrotask(() => this.apply(event));' }],
  },
  {
    name: 'apply-asks-for-the-turn',
    toldAs: 'apply-refuses',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "case 'MoveMade':",
        becomes: `
          case 'MoveMade':
            if (event.player !== this.nextPlayer) throw new InvalidMoveError('turn');`,
      },
    ],
  },
  {
    name: 'apply-skips-out-of-turn',
    toldAs: 'apply-refuses',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "case 'MoveMade':",
        becomes: `
          case 'MoveMade':
            if (event.player !== this.nextPlayer) break;`,
      },
    ],
  },
  {
    name: 'event-holds-a-list',
    toldAs: 'event-changed-later',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'events: GameEvent[] = [];',
        becomes: `
          events: GameEvent[] = [];
          grid: string[] = [];`,
      },
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: "this.processEvent({ type: 'MoveMade', player, column, snapshot: this.grid } as any);",
      },
      {
        file: game,
        was: "case 'MoveMade':",
        becomes: `
          case 'MoveMade':
            this.grid.push(event.column);`,
      },
    ],
  },
  {
    name: 'last-column-set-in-command',
    toldAs: 'state-set-in-command',
    step: '2.2',
    edits: [
      {
        file: game,
        was: 'events: GameEvent[] = [];',
        becomes: `
          events: GameEvent[] = [];
          lastColumn: Column | undefined = undefined;`,
      },
      {
        file: game,
        was: `if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
        becomes: `
          if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);

          this.lastColumn = column;`,
      },
    ],
  },
  {
    name: 'wrong-column-in-event',
    step: '2.2',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: "this.processEvent({ type: 'MoveMade', player, column: column === 'G' ? 'A' : 'G' });",
      },
    ],
  },
];
