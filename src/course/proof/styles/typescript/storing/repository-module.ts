import { apart, block } from '../lines.ts';
import type { Module } from '../modules.ts';
import type { Style } from '../style.ts';
import { needsPlayers } from './mapping-module.ts';

export function repositoryModule(style: Style): Module {
  const { client, streamName, added, get } = style;
  const names = needsPlayers(style);
  const commits = added.commits && style.storedList.commit !== undefined;
  const learn = names
    ? [
        "if (recorded.type === 'GameStarted') players = { one: recorded.data.player_one, two: recorded.data.player_two };",
      ]
    : [];
  const lines = apart(
    streamName.outside,
    block(
      'export class GameRepository',
      apart(
        client.members,
        streamName.members,
        block('async add(game: Game): Promise<void>', [
          ...(names ? ["const players = { one: game.playerOne ?? '', two: game.playerTwo ?? '' };"] : []),
          `const events = game.uncommittedEvents.map((event) => toEventData(event${names ? ', players' : ''}));`,
          ...added.append(client.used, streamName.of('game.id')),
          ...(commits ? ['game.commit();'] : []),
        ]),
        block('async get(gameId: string): Promise<Game>', [
          ...(names ? ["let players: Players = { one: '', two: '' };"] : []),
          ...get.read(client.used, streamName.of('gameId'), `toGameEvent(recorded${names ? ', players' : ''})`, learn),
        ]),
      ),
    ),
  );
  return { path: 'persistence/event-store-db', lines, values: ['GameRepository'], types: [] };
}
