import type { Aggregate } from '../../src/domain/aggregate.ts';
import { noPicture, type TablePicture } from '../../src/domain/picture.ts';
import { type PanelAggregate, plainPictures } from '../../src/panel/panel-aggregate.ts';
import { referenceOf } from '../../src/timeline/reference.ts';

type SwitchOn = { readonly type: 'SwitchOn'; readonly by: string; readonly room: string };
type SwitchOff = { readonly type: 'SwitchOff' };
type Overload = { readonly type: 'Overload'; readonly watts: number };
type SwitchedOn = { readonly type: 'SwitchedOn'; readonly by: string; readonly room: string };
type SwitchedOff = { readonly type: 'SwitchedOff' };
type BulbBroke = { readonly type: 'BulbBroke'; readonly watts: number };

type LightCommand = SwitchOn | SwitchOff | Overload;
type LightEvent = SwitchedOn | SwitchedOff | BulbBroke;

interface LightState {
  readonly room: string | undefined;
  readonly isBroken: boolean;
}

const rooms = ['hall', 'cellar'] as const;

/** A light that is switched on and off until its bulb breaks: an aggregate with three events and no picture. */
export const light: Aggregate<LightState, LightCommand, LightEvent, string> = {
  category: 'light',
  words: { one: 'light', many: 'lights', promise: 'Write a light, and watch it go on and off.' },
  code: {
    module: 'domain/light',
    name: 'Light',
    events: 'domain/events',
    repository: { module: 'persistence/lights', name: 'LightRepository' },
    alsoWrites: [],
  },
  commands: [
    {
      type: 'SwitchOn',
      method: 'switchOn',
      takes: { record: 'Switching' },
      title: 'Switch on',
      arguments: [
        { name: 'by', title: 'By', kind: 'text', initial: 'Ada' },
        { name: 'room', title: 'Room', kind: 'choice', choices: rooms },
      ],
    },
    { type: 'SwitchOff', method: 'switchOff', takes: 'arguments', title: 'Switch off', arguments: [] },
    {
      type: 'Overload',
      method: 'overload',
      takes: 'arguments',
      title: 'Overload',
      arguments: [{ name: 'watts', title: 'Watts', kind: 'number', initial: 100 }],
    },
  ],
  initial: { room: undefined, isBroken: false },
  decide(command, { room, isBroken }) {
    if (isBroken) return { kind: 'refused', refusal: 'The bulb is broken.' };
    switch (command.type) {
      case 'SwitchOn':
        return { kind: 'accepted', events: [{ ...command, type: 'SwitchedOn' }] };
      case 'SwitchOff':
        return room === undefined
          ? { kind: 'refused', refusal: 'It is dark already.' }
          : { kind: 'accepted', events: [{ type: 'SwitchedOff' }] };
      case 'Overload':
        return { kind: 'accepted', events: [{ type: 'SwitchedOff' }, { type: 'BulbBroke', watts: command.watts }] };
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'SwitchedOn':
        return { ...state, room: event.room };
      case 'SwitchedOff':
        return { ...state, room: undefined };
      case 'BulbBroke':
        return { ...state, isBroken: true };
    }
  },
  toCommand({ type, by, room, watts }) {
    if (type === 'SwitchOff') return { type };
    if (type === 'Overload') return typeof watts === 'number' ? { type, watts } : undefined;
    const known = type === 'SwitchOn' && typeof by === 'string' && rooms.some((each) => each === room);
    return known && typeof room === 'string' ? { type, by, room } : undefined;
  },
  toEvent({ type, data: { by, room, watts } }) {
    if (type === 'SwitchedOff') return { type };
    if (type === 'BulbBroke') return typeof watts === 'number' ? { type, watts } : undefined;
    const known = type === 'SwitchedOn' && typeof by === 'string' && typeof room === 'string';
    return known ? { type, by, room } : undefined;
  },
  commandFor: (event) => (event.type === 'SwitchedOn' ? { ...event, type: 'SwitchOn' } : undefined),
  eventLine(event) {
    if (event.type === 'SwitchedOn')
      return { shown: `${event.room} ← ${event.by}`, spoken: `in the ${event.room} by ${event.by}` };
    return { shown: event.type === 'BulbBroke' ? `at ${event.watts} W` : '' };
  },
  refusalText: (refusal) => refusal,
  doing: (command) => (command.type === 'SwitchOn' ? `${command.by} switching on` : 'touching the switch'),
  fields: ({ room, isBroken }) => ({ room, isBroken }),
  picture: () => noPicture,
};

/** The same light with a table of its rooms. */
const tabled: typeof light = {
  ...light,
  picture: ({ room: lit }): TablePicture => ({
    kind: 'table',
    title: 'Rooms',
    columns: ['room', 'light'],
    rows: rooms.map((room) => [room, room === lit ? 'on' : 'off']),
  }),
};

export const lightPanel: PanelAggregate = { reference: referenceOf(light), pictures: plainPictures };
export const tabledPanel: PanelAggregate = { reference: referenceOf(tabled), pictures: plainPictures };

/** A learner's own. */
export const lightFiles: ReadonlyMap<string, string> = new Map([
  ['src/domain/events.ts', 'export type LightEvent = { type: string };\n'],
  [
    'src/domain/light.ts',
    `export class Light {
  readonly id = crypto.randomUUID();
  room: string | undefined = undefined;
  isBroken = false;
  events: object[] = [];

  switchOn({ by, room }: { by: string; room: string }) {
    this.#record({ type: 'SwitchedOn', by, room });
  }

  switchOff() {
    if (this.room === undefined) throw new DarkError('It is dark already.');
    this.#record({ type: 'SwitchedOff' });
  }

  overload(watts: number) {
    this.#record({ type: 'SwitchedOff' });
    this.#record({ type: 'BulbBroke', watts });
  }

  apply(event: { type: string; room?: string }) {
    if (event.type === 'SwitchedOn') this.room = event.room;
    if (event.type === 'SwitchedOff') this.room = undefined;
    if (event.type === 'BulbBroke') this.isBroken = true;
  }

  #record(event: { type: string }) {
    this.events.push(event);
    this.apply(event);
  }
}

class DarkError extends Error {
  override name = 'DarkError';
}
`,
  ],
]);
