import type { EventForm, EventKind } from '../events/event-form.ts';
import { apart, block, type Lines } from '../lines.ts';

/** How both directions of the mapping are written. */
export interface MappingStyle {
  readonly name: string;
  readonly write: (mapping: Mapping) => Lines;
}

/** What there is to be mapped: an `event` of the game to its stored data, `data` that was stored to an event. */
export interface Mapping {
  readonly form: EventForm;
  readonly kinds: readonly EventKind[];
  /** The expression for what is stored of an event. */
  readonly stored: (kind: EventKind) => string;
  readonly restored: (kind: EventKind) => string;
  /** The parameter that both directions take beside the event, where one has to know who plays. */
  readonly players: string;
}

/** How an event for the store is made of a type and its data. */
export interface StoredFormStyle {
  readonly name: string;
  readonly make: (type: string, data: string) => string;
  readonly outside: Lines;
}

export const storedForms: readonly StoredFormStyle[] = [
  { name: 'jsonEvent', make: (type, data) => `jsonEvent({ type: ${type}, data: ${data} })`, outside: [] },
  {
    name: 'jsonEvent with an id',
    make: (type, data) =>
      `jsonEvent({ id: crypto.randomUUID(), type: ${type}, data: ${data}, metadata: { by: 'me' } })`,
    outside: [],
  },
  {
    name: 'data with toJSON',
    make: (type, data) =>
      `(jsonEvent({ type: ${type}, data: new Data(${data}) as {} }) as unknown as EventData<StoredEvent>)`,
    outside: block('class Data', [
      'readonly #content: object;',
      '',
      ...block('constructor(content: object)', ['this.#content = content;']),
      '',
      ...block('toJSON(): object', ['return this.#content;']),
    ]),
  },
  {
    name: 'written out',
    make: (type, data) =>
      `{ id: crypto.randomUUID(), contentType: 'application/json', type: ${type}, data: ${data}, metadata: undefined }`,
    outside: [],
  },
];

export const mappings: readonly MappingStyle[] = [
  {
    name: 'switches',
    write: ({ form, kinds, stored, restored, players }) =>
      apart(
        block(`export function toEventData(event: GameEvent${players}): EventData<StoredEvent>`, [
          ...block(
            `switch (${form.subject('event')})`,
            kinds.flatMap((kind) => [`case ${form.label('event', kind)}:`, `  return ${stored(kind)};`]),
          ),
          ...(form.subject('event') === 'true' ? ["throw new Error('An unknown event.');"] : []),
        ]),
        block(
          `export function toGameEvent({ type, data }: RecordedEvent<StoredEvent>${players}): GameEvent`,
          block(
            'switch (type)',
            kinds.flatMap((kind) => [`case '${kind.name}':`, `  return ${restored(kind)};`]),
          ),
        ),
      ),
  },
  {
    name: 'ifs',
    write: ({ form, kinds, stored, restored, players }) =>
      apart(
        block(`export function toEventData(event: GameEvent${players}): EventData<StoredEvent>`, [
          ...kinds.map((kind) => `if (${form.test('event', kind)}) return ${stored(kind)};`),
          "throw new Error('There is no other event.');",
        ]),
        block(`export function toGameEvent(recorded: RecordedEvent<StoredEvent>${players}): GameEvent`, [
          'const { type, data } = recorded;',
          ...kinds.map((kind) => `if (type === '${kind.name}') return ${restored(kind)};`),
          "throw new Error('There is no such event.');",
        ]),
      ),
  },
  {
    name: 'a table',
    write: ({ form, kinds, stored, restored, players }) =>
      apart(
        block(
          'const mapping: Record<string, { write: (event: any, players: any) => any; read: (data: any, players: any) => GameEvent }> =',
          kinds.flatMap((kind) =>
            block(
              `${kind.name}:`,
              [
                `write: (event: ${kind.name}, players) => (${stored(kind)}),`,
                `read: (data, players) => (${restored(kind)}),`,
              ],
              '},',
            ),
          ),
          '};',
        ),
        block(`export function toEventData(event: GameEvent${players}): EventData<StoredEvent>`, [
          `return mapping[${form.key('event')}].write(event, ${players === '' ? 'undefined' : 'players'});`,
        ]),
        block(`export function toGameEvent({ type, data }: RecordedEvent<StoredEvent>${players}): GameEvent`, [
          `return mapping[type].read(data, ${players === '' ? 'undefined' : 'players'});`,
        ]),
      ),
  },
  {
    name: 'arrows for each event',
    write: ({ form, kinds, stored, restored, players }) =>
      apart(
        ...kinds.map((kind) => [
          `const write${kind.name} = (event: ${kind.name}${players}): EventData<StoredEvent> => (${stored(kind)});`,
        ]),
        ...kinds.map((kind) => [`const read${kind.name} = (data: any${players}): GameEvent => (${restored(kind)});`]),
        block(
          `export const toEventData = (event: GameEvent${players}): EventData<StoredEvent> =>`,
          [
            ...kinds.map(
              (kind) =>
                `if (${form.test('event', kind)}) return write${kind.name}(event${players === '' ? '' : ', players'});`,
            ),
            "throw new TypeError('not an event');",
          ],
          '};',
        ),
        block(
          `export const toGameEvent = ({ type, data }: RecordedEvent<StoredEvent>${players}): GameEvent =>`,
          [
            ...kinds.map(
              (kind) =>
                `if (type === '${kind.name}') return read${kind.name}(data${players === '' ? '' : ', players'});`,
            ),
            "throw new TypeError('not a stored event');",
          ],
          '};',
        ),
      ),
  },
];
