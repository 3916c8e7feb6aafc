import { block, type Lines } from '../lines.ts';

/** How a game keeps what has happened. `type` is an event's type. */
export interface ListStyle {
  readonly name: string;
  readonly members: (type: string) => Lines;
  readonly append: (event: string) => Lines;
}

function field(name: string, declared: (type: string) => string, append: (event: string) => string): ListStyle {
  return { name, members: (type) => [declared(type)], append: (event) => [append(event)] };
}

function behindGetter(
  name: string,
  declared: (type: string) => string,
  append: (event: string) => string,
  given: string,
): ListStyle {
  return {
    name,
    members: (type) => [declared(type), '', ...block(`get events(): readonly ${type}[]`, [`return ${given};`])],
    append: (event) => [append(event)],
  };
}

export const lists: readonly ListStyle[] = [
  field(
    'push',
    (type) => `events: ${type}[] = [];`,
    (event) => `this.events.push(${event});`,
  ),
  field(
    'push into a readonly field',
    (type) => `readonly events: ${type}[] = [];`,
    (event) => `this.events.push(${event});`,
  ),
  field(
    'spread',
    (type) => `events: readonly ${type}[] = [];`,
    (event) => `this.events = [...this.events, ${event}];`,
  ),
  field(
    'concat',
    (type) => `events: ${type}[] = [];`,
    (event) => `this.events = this.events.concat([${event}]);`,
  ),
  field(
    'by index',
    (type) => `events: ${type}[] = [];`,
    (event) => `this.events[this.events.length] = ${event};`,
  ),
  field(
    'splice',
    (type) => `events: Array<${type}> = new Array<${type}>();`,
    (event) => `this.events.splice(this.events.length, 0, ${event});`,
  ),
  field(
    'frozen copies',
    (type) => `events: readonly ${type}[] = Object.freeze([]);`,
    (event) => `this.events = Object.freeze([...this.events, ${event}]);`,
  ),
  behindGetter(
    'a getter that copies',
    (type) => `readonly #recorded: ${type}[] = [];`,
    (event) => `this.#recorded.push(${event});`,
    '[...this.#recorded]',
  ),
  behindGetter(
    'a private array',
    (type) => `private readonly recorded: ${type}[] = [];`,
    (event) => `this.recorded.push(${event});`,
    'this.recorded',
  ),
  behindGetter(
    'slices of a private array',
    (type) => `private _events: ${type}[] = [];`,
    (event) => `this._events = [...this._events, ${event}];`,
    'this._events.slice()',
  ),
];
