import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const repository = 'src/persistence/event-store-db.ts';

/** Other ways to make mistakes that step 3.5 has to tell. */
export const otherMoves: readonly Mistake[] = [
  {
    name: 'read-from-cache',
    step: '3.5',
    edits: [
      {
        file: repository,
        was: 'async get(gameId: string): Promise<Game> {',
        becomes: `
          async get(gameId: string): Promise<Game> {
            const known = this.known.get(gameId) ?? (await this.fetch(gameId));
            this.known.set(gameId, known);
            const again = new Game(gameId);
            again.loadFromHistory(known);
            return again;
          }
          private known = new Map<string, any[]>();
          private async fetch(gameId: string): Promise<any[]> {
            return (await this.read(gameId)).events as any;
          }
          private async read(gameId: string): Promise<Game> {`,
      },
    ],
  },
];
