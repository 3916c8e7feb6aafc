import type { EventStore } from '../../event-store.ts';
import { systemEvent } from '../../local/writer.ts';
import { firstEvent, insistOnWritten } from '../../persistent/bookkeeping.ts';
import { formatDefinition, type ProjectionDefinition, parseDefinition } from '../definition.ts';
import { definitionStreamOf, registrationStream } from '../names.ts';

const createdType = '$ProjectionCreated';
const deletedType = '$ProjectionDeleted';
const updatedType = '$ProjectionUpdated';

/** Keeps which projections there are. Everything here throws an `Error` when the store, or what is in it, does not allow it. */
export class Definitions {
  readonly #store: EventStore;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** All that were registered; a kill between the two writes of a creation leaves one that never was. */
  async load(): Promise<ProjectionDefinition[]> {
    const found: ProjectionDefinition[] = [];
    for (const name of await this.#names()) {
      const definition = await this.loadOne(name);
      if (definition !== undefined) found.push(definition);
    }
    return found;
  }

  async loadOne(name: string): Promise<ProjectionDefinition | undefined> {
    const last = await firstEvent(this.#store, definitionStreamOf(name), { direction: 'backwards' });
    return last?.event === undefined ? undefined : parseDefinition(name, last.event.data);
  }

  /** The number that tells the projection from any other that had or will have its name. */
  register(name: string): Promise<number> {
    return this.#announce(createdType, name);
  }

  async save(definition: ProjectionDefinition): Promise<void> {
    const stream = definitionStreamOf(definition.name);
    const event = systemEvent(updatedType, Buffer.from(formatDefinition(definition), 'utf8'));
    insistOnWritten(stream, await this.#store.append(stream, [event], 'any'));
  }

  async remove(name: string): Promise<void> {
    await this.#announce(deletedType, name);
    await this.#store.deleteStream(definitionStreamOf(name), 'any');
  }

  async #announce(type: string, name: string): Promise<number> {
    const event = systemEvent(type, Buffer.from(name, 'utf8'), 'binary');
    const written = await this.#store.append(registrationStream, [event], 'any');
    return Number(insistOnWritten(registrationStream, written));
  }

  async #names(): Promise<ReadonlySet<string>> {
    const names = new Set<string>();
    const result = await this.#store.readStream(registrationStream);
    if (result.kind === 'unavailable') throw new Error(result.reason);
    if (result.kind !== 'events') return names;
    for await (const { event } of result.events) {
      const name = Buffer.from(event?.data ?? []).toString('utf8');
      if (event?.type === createdType) names.add(name);
      else if (event?.type === deletedType) names.delete(name);
    }
    return names;
  }
}
