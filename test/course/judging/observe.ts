import type { Json } from '../../../src/base/json.ts';
import type { SeenEvent } from '../../../src/course/observation/seen-event.ts';
import { toSeenEvent } from '../../../src/course/observation/seen-event.ts';
import type { Member, Observed } from '../../../src/learner/protocol.ts';

/** Shows plain data as a driver would, every object with a number of its own. */
export class Observer {
  #objects = 0;

  value(data: Json): Observed {
    if (data === null) return { kind: 'nothing', written: 'undefined' };
    if (typeof data === 'string') return { kind: 'string', value: data };
    if (typeof data === 'number') return { kind: 'number', value: String(data) };
    if (typeof data === 'boolean') return { kind: 'boolean', value: data };
    const identity = ++this.#objects;
    if (isList(data)) return { kind: 'list', items: data.map((item) => this.value(item)), identity, frozen: false };
    return { kind: 'object', className: 'Object', fields: this.members(data), identity, frozen: false };
  }

  members(data: { readonly [name: string]: Json }): readonly Member[] {
    return Object.entries(data).map(([name, value]) => ({ name, value: this.value(value) }));
  }

  event(data: Json): SeenEvent {
    return toSeenEvent(this.value(data));
  }
}

function isList(data: Json): data is readonly Json[] {
  return Array.isArray(data);
}
