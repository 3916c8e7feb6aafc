import type { Alternative } from '../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Right solutions in other styles, each in the few words that it changes. */
const alternatives: readonly Alternative[] = [
  {
    name: 'winner-or-null',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = (
            (event as any).winner === null
              ? 'TIED'
              : (event as any).winner === this.playerOne
                ? 'PLAYER_ONE_WON'
                : 'PLAYER_TWO_WON'
          ) as any;`,
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({ type: 'GameFinished', ...{ winner: result === 'TIED' ? null : player } } as any);`,
      },
    ],
  },
  {
    name: 'winner-by-colour',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = (
            (event as any).winner === undefined
              ? 'TIED'
              : (event as any).winner === 'RED'
                ? 'PLAYER_ONE_WON'
                : 'PLAYER_TWO_WON'
          ) as any;`,
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({
              type: 'GameFinished',
              ...{ winner: result === 'TIED' ? undefined : result === 'PLAYER_ONE_WON' ? 'RED' : 'YELLOW' },
            } as any);`,
      },
    ],
  },
  {
    name: 'winner-by-number',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: "this.result = ['TIED', 'PLAYER_ONE_WON', 'PLAYER_TWO_WON'][(event as any).winner] as any;",
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({
              type: 'GameFinished',
              ...{ winner: ['TIED', 'PLAYER_ONE_WON', 'PLAYER_TWO_WON'].indexOf(result) },
            } as any);`,
      },
    ],
  },
  {
    name: 'winner-in-an-object',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = (
            (event as any).outcome.kind === 'nobody'
              ? 'TIED'
              : (event as any).outcome.by.role === 1
                ? 'PLAYER_ONE_WON'
                : 'PLAYER_TWO_WON'
          ) as any;`,
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({
              type: 'GameFinished',
              ...{
                outcome:
                  result === 'TIED'
                    ? { kind: 'nobody' }
                    : { kind: 'victory', by: { name: player, role: result === 'PLAYER_ONE_WON' ? 1 : 2 } },
              },
            } as any);`,
      },
    ],
  },
  {
    name: 'list-of-winners',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = (
            (event as any).winners.length === 0
              ? 'TIED'
              : (event as any).winners[0] === this.playerOne
                ? 'PLAYER_ONE_WON'
                : 'PLAYER_TWO_WON'
          ) as any;`,
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({ type: 'GameFinished', ...{ winners: result === 'TIED' ? [] : [player] } } as any);`,
      },
    ],
  },
  {
    name: 'loser-and-tie',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = (
            (event as any).isTie ? 'TIED' : (event as any).loser === this.playerTwo ? 'PLAYER_ONE_WON' : 'PLAYER_TWO_WON'
          ) as any;`,
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({
              type: 'GameFinished',
              ...{
                isTie: result === 'TIED',
                loser: result === 'TIED' ? '' : player === this.playerOne ? this.playerTwo : this.playerOne,
              },
            } as any);`,
      },
    ],
  },
  {
    name: 'result-in-own-words',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = { remis: 'TIED', 'der erste': 'PLAYER_ONE_WON', 'der zweite': 'PLAYER_TWO_WON' }[
            (event as any).how as string
          ] as any;`,
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({
              type: 'GameFinished',
              ...{
                how: { TIED: 'remis', PLAYER_ONE_WON: 'der erste', PLAYER_TWO_WON: 'der zweite' }[result],
                at: new Date().toISOString(),
                moves: this.events.length,
              },
            } as any);`,
      },
    ],
  },
  {
    name: 'winner-loser-and-board',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = (
            (event as any).winner === null
              ? 'TIED'
              : (event as any).winner === this.playerOne
                ? 'PLAYER_ONE_WON'
                : 'PLAYER_TWO_WON'
          ) as any;`,
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({
              type: 'GameFinished',
              ...{
                winner: result === 'TIED' ? null : player,
                loser: result === 'TIED' ? null : this.playerOne === player ? this.playerTwo : this.playerOne,
                board: this.board,
              },
            } as any);`,
      },
    ],
  },
  {
    name: 'move-by-colour',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes:
          "this.processEvent({ type: 'MoveMade', ...{ token: player === this.playerOne ? 'RED' : 'YELLOW', column } } as any);",
      },
      {
        file: game,
        was: `
          this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;`,
        becomes: `
          const e = event as any;
          this._board.addMove(e.column, e.token as any);
          this.nextPlayer = e.token === 'RED' ? this.playerTwo : this.playerOne;`,
      },
    ],
  },
  {
    name: 'move-by-numbers',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          this.processEvent({
            type: 'MoveMade',
            ...{ by: player === this.playerOne ? 1 : 2, col: 'ABCDEFG'.indexOf(column) },
          } as any);`,
      },
      {
        file: game,
        was: `
          this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;`,
        becomes: `
          const e = event as any;
          this._board.addMove('ABCDEFG'[e.col] as any, (e.by === 1 ? 'RED' : 'YELLOW') as any);
          this.nextPlayer = e.by === 1 ? this.playerTwo : this.playerOne;`,
      },
    ],
  },
  {
    name: 'events-by-number',
    edits: [
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          /** A game of Connect Four: the aggregate of this tutorial. */
          enum Kind {
            Started = 1,
            Moved = 2,
            Finished = 3,
          }`,
      },
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: 'this.processEvent({ type: Kind.Started, playerOne, playerTwo });',
      },
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: 'this.processEvent({ type: Kind.Moved, player, column });',
      },
      {
        file: game,
        was: `
          apply(event: GameEvent): void {
            switch (event.type) {
              case 'GameStarted':`,
        becomes: `
          apply(event: any): void {
            switch (event.type) {
              case Kind.Started:`,
      },
      { file: game, was: "case 'MoveMade':", becomes: 'case Kind.Moved:' },
      { file: game, was: "case 'GameFinished':", becomes: 'case Kind.Finished:' },
      {
        file: game,
        was: "if (result !== undefined) this.processEvent({ type: 'GameFinished', result });",
        becomes: 'if (result !== undefined) this.processEvent({ type: Kind.Finished, result });',
      },
      {
        file: game,
        was: 'private processEvent(event: GameEvent): void {',
        becomes: 'private processEvent(event: any): void {',
      },
    ],
  },
  {
    name: 'tuples',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: "this.processEvent(['GameStarted', playerOne, playerTwo] as any);",
      },
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: "this.processEvent(['MoveMade', player, column] as any);",
      },
      {
        file: game,
        was: `
          switch (event.type) {
            case 'GameStarted':
              this.playerOne = event.playerOne;
              this.playerTwo = event.playerTwo;
              this.nextPlayer = event.playerOne;`,
        becomes: `
          const [type, a, b] = event as any;
          switch (type as any) {
            case 'GameStarted':
              this.playerOne = a;
              this.playerTwo = b;
              this.nextPlayer = a;`,
      },
      {
        file: game,
        was: `
          this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;`,
        becomes: `
          this._board.addMove(b, a === this.playerOne ? 'RED' : 'YELLOW');
          this.nextPlayer = a === this.playerOne ? this.playerTwo : this.playerOne;`,
      },
      { file: game, was: 'this.result = event.result;', becomes: 'this.result = a;' },
      {
        file: game,
        was: "if (result !== undefined) this.processEvent({ type: 'GameFinished', result });",
        becomes: "if (result !== undefined) this.processEvent(['GameFinished', result] as any);",
      },
    ],
  },
  {
    name: 'board-as-a-grid',
    edits: [
      {
        file: game,
        was: 'private readonly _board = new Board();',
        becomes: `
          private readonly _board = new Board();
          private get cells() {
            return Object.values(this._board.state).map((c) => [...c, ...Array(6 - c.length).fill(null)]);
          }`,
      },
      {
        file: game,
        was: `
          get board(): BoardState {
            return this._board.state;`,
        becomes: `
          get board(): any {
            return this.cells;`,
      },
    ],
  },
  {
    name: 'tokens-in-own-words',
    edits: [
      {
        file: game,
        was: `
          get board(): BoardState {
            return this._board.state;`,
        becomes: `
          get board(): any {
            return Object.fromEntries(
              Object.entries(this._board.state).map(([k, v]) => [k, v.map((t) => (t === 'RED' ? 'x' : 'o'))]),
            );`,
      },
    ],
  },
];

export default alternatives;
