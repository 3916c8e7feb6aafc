import type { QuerySources } from '../protocol.ts';
import { type QueryOptions, readOptions } from './options.ts';
import { type Callable, isCallable, isObject } from './values.ts';

export type Transform = { readonly kind: 'transform' | 'filter'; readonly apply: Callable };

/** Methods that may follow each function of the language, as EventStoreDB has them. */
const followers = {
  fromAll: ['when', 'partitionBy', 'outputState', 'foreachStream'],
  fromStream: ['when', 'partitionBy', 'outputState'],
  fromStreams: ['when', 'partitionBy', 'outputState'],
  fromCategory: ['when', 'partitionBy', 'outputState', 'foreachStream'],
  foreachStream: ['when'],
  partitionBy: ['when'],
  when: ['transformBy', 'filterBy', 'outputState', 'outputTo', '$defines_state_transform'],
  outputState: ['transformBy', 'filterBy', 'outputTo'],
  transformBy: ['transformBy', 'filterBy', 'outputState', 'outputTo'],
  filterBy: ['transformBy', 'filterBy', 'outputState', 'outputTo'],
  outputTo: [],
} as const;

type Chain = Readonly<Record<string, Callable>>;

/** The language in which a projection says what it reads and what it does: its functions, and what they were told. */
export class Query {
  readonly handlers = new Map<string, Callable>();
  readonly created: Callable[] = [];
  readonly transforms: Transform[] = [];
  init: Callable | undefined;
  initShared: Callable | undefined;
  any: Callable | undefined;
  deleted: Callable | undefined;
  partition: Callable | undefined;
  #isFold = false;
  #options: QueryOptions = {};
  #allStreams = false;
  #byStream = false;
  #outputsState = false;
  #partitionResultStream: string | undefined;
  readonly #streams: string[] = [];
  readonly #categories: string[] = [];

  /** The global functions that the code is compiled with. */
  readonly functions: Chain = {
    options: (given) => {
      this.#options = { ...this.#options, ...readOptions(given) };
    },
    fromAll: () => {
      this.#allStreams = true;
      return this.#after('fromAll');
    },
    fromStream: (stream) => this.#from(this.#streams, [stream], 'fromStream'),
    fromStreams: (...streams) => this.#from(this.#streams, listOf(streams), 'fromStreams'),
    fromCategory: (...categories) => this.#from(this.#categories, listOf(categories), 'fromCategory'),
    fromCategories: (...categories) => this.#from(this.#categories, listOf(categories), 'fromCategory'),
    on_event: (type, handler) => this.#handle(textOf(type, 'on_event'), functionOf(handler, 'on_event')),
    on_any: (handler) => this.#handle('$any', functionOf(handler, 'on_any')),
  };

  readonly #methods: Chain = {
    when: (handlers) => {
      for (const [type, handler] of Object.entries(isObject(handlers) ? handlers : {})) {
        if (isCallable(handler)) this.#handle(type, handler);
      }
      this.#isFold = true;
      return this.#after('when');
    },
    foreachStream: () => {
      this.#byStream = true;
      return this.#after('foreachStream');
    },
    partitionBy: (partition) => {
      this.partition = functionOf(partition, 'partitionBy');
      return this.#after('partitionBy');
    },
    outputState: () => {
      this.#outputsState = true;
      return this.#after('outputState');
    },
    outputTo: (stream, pattern) => {
      this.#options = { ...this.#options, resultStream: textOf(stream, 'outputTo') };
      if (pattern !== undefined) this.#partitionResultStream = textOf(pattern, 'outputTo');
      return this.#after('outputTo');
    },
    transformBy: (apply) => this.#transform({ kind: 'transform', apply: functionOf(apply, 'transformBy') }),
    filterBy: (apply) => this.#transform({ kind: 'filter', apply: functionOf(apply, 'filterBy') }),
    $defines_state_transform: () => {
      this.#outputsState = true;
    },
  };

  get biState(): boolean {
    return this.initShared !== undefined || this.#options.biState === true;
  }

  get byStream(): boolean {
    return this.#byStream;
  }

  get outputsState(): boolean {
    return this.#outputsState;
  }

  /** Whether handlers make the state; without any the last event is the state. */
  get isFold(): boolean {
    return this.#isFold;
  }

  /** Throws when the code said nothing to read from. */
  sources(): QuerySources {
    if (!this.#allStreams && this.#streams.length + this.#categories.length === 0) {
      throw new Error(
        'The projection reads from nothing: it begins with fromAll, fromStream, fromStreams or fromCategory.',
      );
    }
    return {
      allStreams: this.#allStreams,
      streams: this.#streams,
      categories: this.#categories,
      includeLinks: this.#options.includeLinks ?? false,
      allEvents: this.any !== undefined || this.handlers.size === 0,
      events: [...this.handlers.keys()],
      partitioned: this.partition !== undefined ? 'byFunction' : this.#byStream ? 'byStream' : 'no',
      handlesDeleted: this.deleted !== undefined,
      biState: this.biState,
      transforms: this.transforms.length > 0,
      outputsState: this.#outputsState,
      resultStream: this.#options.resultStream ?? null,
      partitionResultStream: this.#partitionResultStream ?? null,
    };
  }

  #from(into: string[], names: readonly unknown[], by: keyof typeof followers): Chain {
    into.push(...names.map((name) => textOf(name, by)));
    return this.#after(by);
  }

  #transform(transform: Transform): Chain {
    this.transforms.push(transform);
    this.#outputsState = true;
    return this.#after(transform.kind === 'filter' ? 'filterBy' : 'transformBy');
  }

  #handle(type: string, handler: Callable): void {
    switch (type) {
      case '$init':
        this.init = handler;
        return;
      case '$initShared':
        this.initShared = handler;
        return;
      case '$any':
        this.any = handler;
        return;
      case '$created':
        this.created.push(handler);
        return;
      case '$deleted':
        if (this.biState) throw new Error('Cannot handle deletes in bi-state projections');
        this.deleted = handler;
        return;
      default:
        this.handlers.set(type, handler);
    }
  }

  #after(by: keyof typeof followers): Chain {
    const names: readonly string[] = followers[by];
    return Object.fromEntries(Object.entries(this.#methods).filter(([name]) => names.includes(name)));
  }
}

/** One list, or each on its own. */
function listOf(given: readonly unknown[]): readonly unknown[] {
  const [first] = given;
  return Array.isArray(first) ? first : given;
}

function textOf(value: unknown, by: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError(`${by} wants a text.`);
}

function functionOf(value: unknown, by: string): Callable {
  if (isCallable(value)) return value;
  throw new TypeError(`${by} wants a function.`);
}
