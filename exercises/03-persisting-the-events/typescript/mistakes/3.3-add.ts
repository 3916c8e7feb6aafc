import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const mapping = 'src/persistence/event-mapping.ts';
const game = 'src/domain/game.ts';
const repository = 'src/persistence/event-store-db.ts';

export const add: readonly Mistake[] = [
  {
    name: 'encoded-twice',
    step: '3.3',
    typesAreWrong: 'A text is stored where its fields are meant.',
    edits: [
      {
        file: mapping,
        was: 'return jsonEvent({ type: event.type, data: { player_one: event.playerOne, player_two: event.playerTwo } });',
        becomes: `
          return jsonEvent({
            type: event.type,
            data: JSON.stringify({ player_one: event.playerOne, player_two: event.playerTwo }),
          });`,
      },
    ],
  },
  {
    name: 'id-missing',
    step: '3.3',
    typesAreWrong: 'The field is never set.',
    edits: [{ file: game, was: 'this.id = id;', becomes: 'this.toString = () => id;' }],
  },
  {
    name: 'ids-shared',
    step: '3.3',
    edits: [{ file: game, was: 'crypto.randomUUID()', becomes: "'a3d1c0de-0000-4000-8000-000000000000'" }],
  },
  {
    name: 'not-json',
    step: '3.3',
    typesAreWrong: 'Bytes are stored where JSON is meant.',
    edits: [
      { file: mapping, was: 'type EventData', becomes: 'type EventData, binaryEvent' },
      {
        file: mapping,
        was: 'return jsonEvent({ type: event.type, data: { player_one: event.playerOne, player_two: event.playerTwo } });',
        becomes: `
          return binaryEvent({
            type: event.type,
            data: new TextEncoder().encode(JSON.stringify({ player_one: event.playerOne, player_two: event.playerTwo })),
          });`,
      },
    ],
  },
  {
    name: 'nothing-stored',
    step: '3.3',
    edits: [
      {
        file: repository,
        was: 'import { ANY, type EventStoreDBClient }',
        becomes: 'import type { EventStoreDBClient }',
      },
      {
        file: repository,
        was: 'await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY })',
        becomes: "if (events.length === 0) throw new Error('There is nothing to store.')",
      },
    ],
  },
  {
    name: 'other-keys',
    step: '3.3',
    edits: [
      { file: mapping, was: 'player_one: string; player_two', becomes: 'playerOne: string; playerTwo' },
      {
        file: mapping,
        was: 'player_one: event.playerOne, player_two',
        becomes: 'playerOne: event.playerOne, playerTwo',
      },
      {
        file: mapping,
        was: 'data.player_one, playerTwo: data.player_two',
        becomes: 'data.playerOne, playerTwo: data.playerTwo',
      },
    ],
  },
  {
    name: 'other-values',
    step: '3.3',
    edits: [
      {
        file: mapping,
        was: 'event.playerOne, player_two: event.playerTwo',
        becomes: 'event.playerTwo, player_two: event.playerOne',
      },
      {
        file: mapping,
        was: 'data.player_one, playerTwo: data.player_two',
        becomes: 'data.player_two, playerTwo: data.player_one',
      },
    ],
  },
  {
    name: 'stored-twice',
    step: '3.3',
    edits: [
      {
        file: repository,
        was: 'await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });',
        becomes: `
          for (const event of game.uncommittedEvents)
            await this.client.appendToStream(streamOf(game.id), [toEventData(event)]);
          await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });`,
      },
    ],
  },
  {
    name: 'wrong-stored-type',
    step: '3.3',
    typesAreWrong: 'The type is none of those that are stored.',
    edits: [
      {
        file: mapping,
        was: 'type: event.type, data: { player_one',
        becomes: "type: 'game-started', data: { player_one",
      },
    ],
  },
  {
    name: 'wrong-stream',
    step: '3.3',
    edits: [{ file: repository, was: `return \`game-\${gameId}\`;`, becomes: `return \`games-\${gameId}\`;` }],
  },
];
