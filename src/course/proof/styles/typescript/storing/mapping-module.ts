import type { Facts } from '../events/content.ts';
import type { EventKind, EventName } from '../events/event-form.ts';
import { eventsOf } from '../events/events.ts';
import { apart } from '../lines.ts';
import type { Module } from '../modules.ts';
import type { Style } from '../style.ts';

/** What stands in the store, as its types. */
const contract = [
  'export type StoredEvent =',
  "  | JSONEventType<'GameStarted', { player_one: string; player_two: string }>",
  "  | JSONEventType<'MoveMade', { player: string; column: Column }>",
  "  | JSONEventType<'GameFinished', { result: GameResult }>;",
];

/** Whether somebody who has only one event has to be told who plays, to know whom it names. */
export function needsPlayers({ moving, ending }: Style): boolean {
  return moving.player === undefined || ending.names === true;
}

export function mappingModule(style: Style): Module {
  const { kinds } = eventsOf(style, 3);
  const players = needsPlayers(style) ? ', players: Players' : '';
  const lines = apart(
    contract,
    players === '' ? [] : ['export type Players = { readonly one: string; readonly two: string };'],
    style.storedForm.outside,
    style.mapping.write({
      form: style.form,
      kinds,
      players,
      stored: (kind) => style.storedForm.make(`'${kind.name}'`, dataOf(style, kind)),
      restored: (kind) => eventOf(style, kind.name),
    }),
  );
  const types = ['StoredEvent', ...(players === '' ? [] : ['Players'])];
  return { path: 'persistence/event-mapping', lines, values: ['toEventData', 'toGameEvent'], types };
}

const names: Facts = { one: 'players.one', two: 'players.two' };

function dataOf(style: Style, kind: EventKind): string {
  const { field } = eventsOf(style, 3);
  const { starting, moving, where, ending } = style;
  const read = (name: string) => field('event', kind, name);
  switch (kind.name) {
    case 'GameStarted': {
      const { one, two } = starting.players(read);
      return `{ player_one: ${one}, player_two: ${two} }`;
    }
    case 'MoveMade': {
      const said = read(moving.field.name);
      const player = moving.player?.(said) ?? `${moving.isOne(said, names)} ? ${names.one} : ${names.two}`;
      return `{ player: ${player}, column: ${where.letter(read(where.field.name))} }`;
    }
    case 'GameFinished':
      return `{ result: ${ending.result(read, names)} }`;
  }
}

function eventOf(style: Style, name: EventName): string {
  const { starting, moving, where, ending } = style;
  const { make } = eventsOf(style, 3);
  const winner = `(data.result === 'PLAYER_ONE_WON' ? ${names.one} : ${names.two})`;
  const values = new Map([
    ...starting.fields.map(
      (field) => [field.name, field.value({ one: 'data.player_one', two: 'data.player_two' })] as const,
    ),
  ]);
  const moved = new Map([
    [moving.field.name, moving.value('data.player', names)],
    [where.field.name, where.value('data.column')],
  ]);
  const ended = new Map(ending.fields.map((field) => [field.name, field.value('data.result', winner)]));
  const all = { GameStarted: values, MoveMade: moved, GameFinished: ended };
  return make(name, (field) => all[name].get(field) ?? '');
}
