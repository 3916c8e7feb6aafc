import type { ItemOutcome, ProcessItem, ProcessLimits, ProjectedEvent, QuerySources } from '../protocol.ts';
import { Emitting } from './emitting.ts';
import { envelopeOf } from './envelope.ts';
import { Query } from './query.ts';
import { World } from './world.ts';

export interface Processed {
  readonly outcomes: readonly ItemOutcome[];
  readonly states: Readonly<Record<string, string>>;
  readonly shared: string | null;
}

/** Thrown when an item makes the code fail. */
export class ItemFailure extends Error {
  readonly at: number | undefined;

  constructor(cause: unknown, at: number | undefined) {
    super('The projection’s code failed.', { cause });
    this.at = at;
  }
}

interface Partition {
  state: unknown;
  isNew: boolean;
  /** Its result as it was last told; undefined for none. */
  result: string | null | undefined;
}

/** Milliseconds after which what is done is handed over, so that nobody waits for a whole batch. */
const slice = 100;

/** A projection's code, compiled: folds events into states. Everything throws what the code throws. */
export class Fold {
  readonly sources: QuerySources;
  /** The state before the first event, as JSON. */
  readonly initial: string;
  readonly #query = new Query();
  readonly #world: World;
  readonly #emitting: Emitting;
  readonly #limits: ProcessLimits;

  constructor(source: string, limits: ProcessLimits) {
    this.#limits = limits;
    this.#world = new World(limits.time);
    this.#emitting = new Emitting(limits, (value) => this.#world.json.stringify(value));
    this.#world.provide(this.#query.functions);
    this.#world.execute(source);
    this.#world.withdraw(this.#query.functions);
    this.sources = this.#query.sources();
    this.#world.provide(this.#emitting.functions);
    this.initial = this.#world.run(() => {
      const state = this.#init();
      const isWhole = this.#query.biState && this.sources.partitioned === 'no';
      return this.#stateText(isWhole ? [state, this.#initShared()] : this.#query.biState ? this.#initShared() : state);
    });
    this.#emitting.take();
  }

  /** Null for an event that belongs into no partition. */
  partitionsOf(events: readonly ProjectedEvent[]): (string | null)[] {
    let at = 0;
    try {
      return this.#world.run(() =>
        events.map((event, index) => {
          at = index;
          const partition = this.#query.partition?.(this.#envelope(event, ''));
          return partitionName(partition);
        }),
      );
    } catch (thrown) {
      throw new ItemFailure(thrown, at);
    }
  }

  process(
    items: readonly ProcessItem[],
    texts: Readonly<Record<string, string | null>>,
    sharedText: string | null,
  ): Processed {
    let at: number | undefined = 0;
    try {
      return this.#world.run(() => {
        const end = performance.now() + slice;
        const partitions = new Map<string, Partition>();
        const isShared = this.#query.biState && this.sources.partitioned !== 'no';
        let shared = isShared ? this.#load(sharedText, () => this.#initShared()) : undefined;
        const outcomes: ItemOutcome[] = [];
        let size = 0;
        for (const [index, item] of items.entries()) {
          if (index > 0 && (performance.now() > end || size > this.#limits.emittedBytes)) break;
          at = index;
          const partition = this.#partition(partitions, item.partition, texts[item.partition] ?? null);
          if (isShared) partition.state = [partition.state, shared];
          const outcome = this.#step(partition, item);
          if (isShared) [partition.state, shared] = asPair(partition.state);
          outcomes.push(outcome);
          size += sizeOf(outcome);
        }
        at = undefined;
        const states = [...partitions].map(([name, { state }]) => [name, this.#stateText(state)] as const);
        return { outcomes, states: Object.fromEntries(states), shared: isShared ? this.#stateText(shared) : null };
      });
    } catch (thrown) {
      this.#emitting.take();
      throw new ItemFailure(thrown, at);
    }
  }

  /** Null where there is no result. */
  resultOf(text: string): string | null {
    return this.#world.run(() => this.#result(this.#world.json.parse(text)));
  }

  #step(partition: Partition, { kind, event, partition: name }: ProcessItem): ItemOutcome {
    if (kind === 'deleted') this.#query.deleted?.(partition.state, null, name, false);
    else this.#handle(partition, event, name);
    const emitted = this.#emitting.take();
    if (!this.#query.outputsState) return { emitted };
    const before = partition.result;
    partition.result = this.#result(partition.state);
    if (partition.result === before || (before === undefined && partition.result === null)) return { emitted };
    return { emitted, result: partition.result };
  }

  #handle(partition: Partition, event: ProjectedEvent, name: string): void {
    const envelope = this.#envelope(event, name);
    if (partition.isNew) for (const created of this.#query.created) created(partition.state, envelope);
    partition.isNew = false;
    // EventStoreDB shows handlers no event without a body.
    if (event.bodyRaw.trim() === '') return;
    const handler = this.#query.handlers.get(event.eventType) ?? this.#query.any;
    const state = handler === undefined ? this.#body(event) : handler(partition.state, envelope);
    if (state !== undefined) partition.state = state;
  }

  /** Without a handler the event itself becomes the state. */
  #body(event: ProjectedEvent): unknown {
    return event.isJson ? this.#world.json.parse(event.bodyRaw) : undefined;
  }

  #partition(partitions: Map<string, Partition>, name: string, text: string | null): Partition {
    const known = partitions.get(name);
    if (known !== undefined) return known;
    const partition: Partition = {
      state: this.#load(text, () => this.#initWhole()),
      isNew: text === null && this.#query.byStream,
      result: undefined,
    };
    if (text !== null && this.#query.outputsState) partition.result = this.#result(partition.state);
    partitions.set(name, partition);
    return partition;
  }

  #initWhole(): unknown {
    const isPair = this.#query.biState && this.sources.partitioned === 'no';
    return isPair ? [this.#init(), this.#initShared()] : this.#init();
  }

  #load(text: string | null, initial: () => unknown): unknown {
    return text === null ? initial() : this.#world.json.parse(text);
  }

  #init(): unknown {
    return this.#query.init === undefined ? this.#world.json.parse('{}') : this.#query.init();
  }

  #initShared(): unknown {
    return this.#query.initShared === undefined ? this.#world.json.parse('{}') : this.#query.initShared();
  }

  #result(state: unknown): string | null {
    let result = state;
    for (const { kind, apply } of this.#query.transforms) {
      if (kind === 'transform') result = apply(result);
      else if (apply(result) !== true) return null;
      if (result === null || result === undefined) return null;
    }
    return result === null || result === undefined ? null : this.#stateText(result);
  }

  #stateText(value: unknown): string {
    const text = this.#world.json.stringify(value) ?? 'null';
    const bytes = text.length > this.#limits.state ? text.length : Buffer.byteLength(text);
    if (bytes > this.#limits.state) {
      throw new RangeError(`The state is larger than ${this.#limits.state} bytes, the most that can be kept.`);
    }
    return text;
  }

  #envelope(event: ProjectedEvent, partition: string): object {
    return envelopeOf(event, partition, (text) => this.#world.json.parse(text));
  }
}

/** Null for what names no partition. */
function partitionName(given: unknown): string | null {
  return (typeof given === 'string' && given !== '') || typeof given === 'number' ? String(given) : null;
}

/** Characters that the event led to. */
function sizeOf({ emitted, result }: ItemOutcome): number {
  return emitted.reduce(
    (size, { data, metadata }) => size + data.length + (metadata?.length ?? 0),
    result?.length ?? 0,
  );
}

/** A handler of two states may answer anything; what is no pair leaves the second one empty. */
function asPair(value: unknown): readonly [unknown, unknown] {
  return Array.isArray(value) ? [value[0], value[1]] : [value, undefined];
}
