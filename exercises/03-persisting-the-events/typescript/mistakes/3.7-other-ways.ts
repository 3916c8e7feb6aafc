import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';
const mapping = 'src/persistence/event-mapping.ts';
const repository = 'src/persistence/event-store-db.ts';

/** Other ways to make mistakes that step 3.7 has to tell. */
export const otherFinishes: readonly Mistake[] = [
  {
    name: 'pages-of-forty',
    toldAs: 'finish-not-restored',
    step: '3.7',
    edits: [
      {
        file: repository,
        was: 'for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId))) {',
        becomes:
          'for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId), { maxCount: 40 })) {',
      },
    ],
  },
  {
    name: 'result-worked-out',
    toldAs: 'finish-not-restored',
    step: '3.7',
    edits: [{ file: game, was: 'this.result = event.result;', becomes: 'this.result = this._board.getResult();' }],
  },
  {
    name: 'tie-stored-as-a-win',
    toldAs: 'other-values',
    step: '3.7',
    edits: [
      {
        file: mapping,
        was: 'return jsonEvent({ type: event.type, data: { result: event.result } });',
        becomes: `
          return jsonEvent({
            type: event.type,
            data: { result: event.result === 'TIED' ? 'PLAYER_ONE_WON' : event.result },
          });`,
      },
    ],
  },
  {
    name: 'tie-not-read',
    toldAs: 'finish-not-restored',
    step: '3.7',
    edits: [
      {
        file: mapping,
        was: 'return { type, result: data.result };',
        becomes: "return { type, result: data.result === 'TIED' ? (undefined as any) : data.result };",
      },
    ],
  },
];
