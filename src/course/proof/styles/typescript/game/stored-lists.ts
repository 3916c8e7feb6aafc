import { block, type Lines } from '../lines.ts';

/** How a game keeps apart what is stored and what is new. */
export interface StoredListStyle {
  readonly name: string;
  /** `events`, `historicalEvents` and `uncommittedEvents` among them. */
  readonly members: (type: string) => Lines;
  /** Keeps what a command recorded. */
  readonly append: (event: string) => Lines;
  /** Keeps what was in the history. */
  readonly remember: (event: string) => Lines;
  /** Makes history of what is uncommitted; undefined where nobody need say so. */
  readonly commit?: Lines;
}

function getter(name: string, type: string, value: string): Lines {
  return ['', ...block(`get ${name}(): readonly ${type}[]`, [`return ${value};`])];
}

const inOrder = '[...this.historicalEvents, ...this.uncommittedEvents]';

export const storedLists: readonly StoredListStyle[] = [
  {
    name: 'push into two fields',
    members: (type) => [
      `historicalEvents: ${type}[] = [];`,
      `uncommittedEvents: ${type}[] = [];`,
      ...getter('events', type, inOrder),
    ],
    append: (event) => [`this.uncommittedEvents.push(${event});`],
    remember: (event) => [`this.historicalEvents.push(${event});`],
  },
  {
    name: 'spread into two fields',
    members: (type) => [
      `historicalEvents: readonly ${type}[] = [];`,
      `uncommittedEvents: readonly ${type}[] = [];`,
      ...getter('events', type, 'this.historicalEvents.concat(this.uncommittedEvents)'),
    ],
    append: (event) => [`this.uncommittedEvents = [...this.uncommittedEvents, ${event}];`],
    remember: (event) => [`this.historicalEvents = [...this.historicalEvents, ${event}];`],
    commit: ['this.historicalEvents = this.events;', 'this.uncommittedEvents = [];'],
  },
  {
    name: 'two #private lists behind getters that copy',
    members: (type) => [
      `readonly #historical: ${type}[] = [];`,
      `readonly #uncommitted: ${type}[] = [];`,
      ...getter('historicalEvents', type, '[...this.#historical]'),
      ...getter('uncommittedEvents', type, '[...this.#uncommitted]'),
      ...getter('events', type, inOrder),
    ],
    append: (event) => [`this.#uncommitted.push(${event});`],
    remember: (event) => [`this.#historical.push(${event});`],
    commit: ['this.#historical.push(...this.#uncommitted);', 'this.#uncommitted.length = 0;'],
  },
  {
    name: 'frozen lists',
    members: (type) => [
      `historicalEvents: readonly ${type}[] = Object.freeze([]);`,
      `uncommittedEvents: readonly ${type}[] = Object.freeze([]);`,
      ...getter('events', type, `Object.freeze(${inOrder})`),
    ],
    append: (event) => [`this.uncommittedEvents = Object.freeze([...this.uncommittedEvents, ${event}]);`],
    remember: (event) => [`this.historicalEvents = Object.freeze([...this.historicalEvents, ${event}]);`],
  },
  {
    name: 'one list and a mark',
    members: (type) => [
      `readonly events: ${type}[] = [];`,
      'private stored = 0;',
      ...getter('historicalEvents', type, 'this.events.slice(0, this.stored)'),
      ...getter('uncommittedEvents', type, 'this.events.slice(this.stored)'),
    ],
    append: (event) => [`this.events.push(${event});`],
    remember: (event) => [`this.events.splice(this.stored, 0, ${event});`, 'this.stored += 1;'],
    commit: ['this.stored = this.events.length;'],
  },
  {
    name: 'one list of entries',
    members: (type) => [
      `private entries: { readonly event: ${type}; readonly isStored: boolean }[] = [];`,
      ...getter('events', type, 'this.entries.map(({ event }) => event)'),
      ...getter('historicalEvents', type, 'this.entries.flatMap(({ event, isStored }) => (isStored ? [event] : []))'),
      ...getter('uncommittedEvents', type, 'this.entries.flatMap(({ event, isStored }) => (isStored ? [] : [event]))'),
    ],
    append: (event) => [`this.entries.push({ event: ${event}, isStored: false });`],
    remember: (event) => [`this.entries.push({ event: ${event}, isStored: true });`],
    commit: ['this.entries = this.entries.map(({ event }) => ({ event, isStored: true }));'],
  },
];
