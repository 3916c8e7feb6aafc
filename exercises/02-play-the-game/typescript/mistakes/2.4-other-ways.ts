import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 2.4 has to tell. */
export const otherFinishes: readonly Mistake[] = [
  {
    name: 'finish-with-a-time',
    toldAs: 'finish-without-result',
    step: '2.4',
    edits: [
      { file: game, was: 'this.result = event.result;', becomes: 'this.result = this._board.getResult() as any;' },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined)
            this.processEvent({ type: 'GameFinished', ...{ at: Date.now(), moves: this.events.length } } as any);`,
      },
    ],
  },
  {
    name: 'finish-with-a-tie-flag',
    toldAs: 'finish-without-result',
    step: '2.4',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: "this.result = ((event as any).isTie ? 'TIED' : this._board.getResult()) as any;",
      },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', ...{ isTie: result === 'TIED' } } as any);`,
      },
    ],
  },
  {
    name: 'finish-with-an-id',
    toldAs: 'finish-without-result',
    step: '2.4',
    edits: [
      { file: game, was: 'this.result = event.result;', becomes: 'this.result = this._board.getResult() as any;' },
      {
        file: game,
        was: `
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', result });`,
        becomes: `
          const player = (this.events.at(-1) as any)?.player;
          const result = this._board.getResult();
          if (result !== undefined) this.processEvent({ type: 'GameFinished', ...{ id: crypto.randomUUID() } } as any);`,
      },
    ],
  },
  {
    name: 'result-worked-out',
    step: '2.4',
    edits: [{ file: game, was: 'this.result = event.result;', becomes: 'this.result = this._board.getResult();' }],
  },
  {
    name: 'result-swapped-twice',
    toldAs: 'wrong-result',
    step: '2.4',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = (
            (event as any).result === 'PLAYER_ONE_WON'
              ? 'PLAYER_TWO_WON'
              : (event as any).result === 'PLAYER_TWO_WON'
                ? 'PLAYER_ONE_WON'
                : (event as any).result
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
                result:
                  result === 'PLAYER_ONE_WON' ? 'PLAYER_TWO_WON' : result === 'PLAYER_TWO_WON' ? 'PLAYER_ONE_WON' : result,
              },
            } as any);`,
      },
    ],
  },
  {
    name: 'finished-in-a-microtask',
    toldAs: 'done-too-late',
    step: '2.4',
    edits: [{ file: game, was: 'this.finishIfOver();', becomes: 'queueMicrotask(() => this.finishIfOver());' }],
  },
  {
    name: 'apply-asks-the-board',
    toldAs: 'apply-refuses',
    step: '2.4',
    edits: [
      {
        file: game,
        was: "case 'GameFinished':",
        becomes: `
          case 'GameFinished':
            if (this._board.getResult() === undefined) throw new Error('not over');`,
      },
    ],
  },
  {
    name: 'started-after-a-tie',
    toldAs: 'started-again',
    step: '2.4',
    edits: [
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes:
          "if (this.hasStarted && this.result !== 'TIED') throw new GameAlreadyStartedError('This game has already started.');",
      },
    ],
  },
  {
    name: 'started-after-the-end',
    toldAs: 'started-again',
    step: '2.4',
    edits: [
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes:
          "if (this.hasStarted && !this.isFinished) throw new GameAlreadyStartedError('This game has already started.');",
      },
    ],
  },
  {
    name: 'result-cleared-on-refusal',
    toldAs: 'state-set-before-constraint',
    step: '2.4',
    edits: [
      {
        file: game,
        was: "if (this.isFinished) throw new InvalidMoveError('This game is over.');",
        becomes: `
          if (this.isFinished) this.result = undefined;
          if (this.hasStarted && this.nextPlayer === undefined) throw new InvalidMoveError('This game is over.');`,
      },
    ],
  },
  {
    name: 'finish-claimed',
    step: '2.4',
    edits: [
      {
        file: game,
        was: "if (this.isFinished) throw new InvalidMoveError('This game is over.');",
        becomes: "if (this.result) throw new InvalidMoveError('This game is over.');",
      },
      { file: game, was: 'return this.result !== undefined;', becomes: 'return true;' },
    ],
  },
  {
    name: 'finish-unsaid',
    toldAs: 'finish-denied',
    step: '2.4',
    edits: [
      { file: game, was: 'get isFinished(): boolean {', becomes: 'get isFinished(): boolean | undefined {' },
      { file: game, was: 'return this.result !== undefined;', becomes: 'return;' },
    ],
  },
  {
    name: 'result-emptied',
    toldAs: 'finish-not-applied',
    step: '2.4',
    edits: [{ file: game, was: 'this.result = event.result;', becomes: "this.result = '' as GameResult;" }],
  },
  {
    name: 'board-wrong',
    step: '2.4',
    edits: [
      {
        file: game,
        was: 'this.result = event.result;',
        becomes: `
          this.result = event.result;
          if (this._board.hasRoomInColumn('A')) this._board.addMove('A', 'RED');`,
      },
    ],
  },
];
