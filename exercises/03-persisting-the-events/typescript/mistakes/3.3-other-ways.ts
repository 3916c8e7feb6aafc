import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const repository = 'src/persistence/event-store-db.ts';

/** Other ways to make mistakes that step 3.3 has to tell. */
export const otherAdds: readonly Mistake[] = [
  {
    name: 'add-not-awaited',
    toldAs: 'await-forgotten',
    step: '3.3',
    edits: [
      {
        file: repository,
        was: 'await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });',
        becomes: 'void this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });',
      },
    ],
  },
  {
    name: 'appended-in-a-loop-of-promises',
    toldAs: 'await-forgotten',
    step: '3.3',
    edits: [
      {
        file: repository,
        was: 'await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });',
        becomes: `
          events.forEach(async (e) => {
            await this.client.appendToStream(streamOf(game.id), e, { expectedRevision: ANY });
          });`,
      },
    ],
  },
];
