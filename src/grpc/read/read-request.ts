import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, From } from '../../eventstore/event-store.ts';
import type { EventFilter } from '../../eventstore/filter.ts';
import type { Failure } from '../calls.ts';
import { invalid } from '../failures.ts';
import { placeFrom, streamNameFrom } from '../wire/wire-values.ts';
import type { UuidForm } from './event-encoder.ts';
import { filterExpression } from './filter-expression.ts';

/** What a client asks Streams.Read for, taken apart and checked. */
export interface ReadRequest {
  /** Undefined for `$all`. */
  readonly stream: string | undefined;
  readonly from: From;
  readonly resolveLinks: boolean;
  readonly uuid: UuidForm;
  readonly filter: EventFilter | undefined;
  readonly mode: ReadMode;
}

export type ReadMode =
  | {
      readonly kind: 'read';
      readonly direction: Direction;
      readonly limit: number;
      /** The client wants to know the stream's last revision after the events. */
      readonly tellsLast: boolean;
    }
  | { readonly kind: 'subscription'; readonly checkpointEvery: number };

export type ParsedRead =
  | { readonly kind: 'request'; readonly request: ReadRequest }
  | { readonly kind: 'invalid'; readonly failure: Failure };

type Options = ReadReq.Options;

/** `read_direction` 1 in `streams.proto`. */
const backwards = 1;
/** Window of a filter that names none. */
const defaultWindow = 32;

export function parseRead(message: ReadReq): ParsedRead {
  const options = message.getOptions();
  if (options === undefined) return refuse('A read needs options.');
  const uuid = options.getUuidOption();
  if (uuid === undefined || !(uuid.hasString() || uuid.hasStructured())) {
    return refuse('A read says how it wants UUIDs: uuid_option is missing.');
  }
  const place = placeOf(options);
  if (typeof place === 'string') return refuse(place);
  const filter = filterOf(options);
  if (typeof filter === 'string') return refuse(filter);
  if (filter !== undefined && place.stream !== undefined) return refuse('Only a read of $all can have a filter.');
  const mode = modeOf(options);
  if (typeof mode === 'string') return refuse(mode);
  const request: ReadRequest = {
    ...place,
    filter,
    mode,
    resolveLinks: options.getResolveLinks(),
    uuid: uuid.hasString() ? 'string' : 'structured',
  };
  return { kind: 'request', request };
}

function refuse(sentence: string): ParsedRead {
  return { kind: 'invalid', failure: invalid(sentence) };
}

/** Where to read, or a sentence that says what is wrong with it. */
function placeOf(options: Options): Pick<ReadRequest, 'stream' | 'from'> | string {
  const all = options.getAll();
  if (all !== undefined) {
    const position = all.getPosition();
    if (position !== undefined) return { stream: undefined, from: placeFrom(position.getCommitPosition()) };
    return { stream: undefined, from: fromEnds(all, options) };
  }
  const stream = options.getStream();
  if (stream === undefined) return 'A read names a stream or $all.';
  const name = streamNameFrom(stream.getStreamIdentifier());
  if (name === undefined) return 'A read of a stream needs its name, in UTF-8.';
  return { stream: name, from: stream.hasRevision() ? placeFrom(stream.getRevision()) : fromEnds(stream, options) };
}

function fromEnds(place: { hasStart(): boolean; hasEnd(): boolean }, options: Options): 'start' | 'end' {
  if (place.hasEnd()) return 'end';
  if (place.hasStart()) return 'start';
  return options.getReadDirection() === backwards ? 'end' : 'start';
}

function modeOf(options: Options): ReadMode | string {
  const direction = options.getReadDirection() === backwards ? 'backwards' : 'forwards';
  if (options.hasSubscription()) {
    if (direction === 'backwards') return 'A subscription goes forwards only.';
    return { kind: 'subscription', checkpointEvery: checkpointEvery(options) };
  }
  if (!options.hasCount()) return 'A read says how many events it wants, or that it is a subscription.';
  const tellsLast = (options.getControlOption()?.getCompatibility() ?? 0) >= 1;
  return { kind: 'read', direction, limit: Number(options.getCount()), tellsLast };
}

function checkpointEvery(options: Options): number {
  const filter = options.getFilter();
  if (filter === undefined) return Number.POSITIVE_INFINITY;
  const window = filter.hasMax() ? filter.getMax() : defaultWindow;
  return Math.max(1, window) * Math.max(1, filter.getCheckpointintervalmultiplier());
}

function filterOf(options: Options): EventFilter | undefined | string {
  const filter = options.getFilter();
  return filter && filterFrom(filter);
}

interface FilterExpressionMessage {
  getRegex(): string;
  getPrefixList(): string[];
}

/** A filter as reads and persistent subscriptions have it. */
export interface FilterMessage {
  getStreamIdentifier(): FilterExpressionMessage | undefined;
  getEventType(): FilterExpressionMessage | undefined;
}

/** The filter, or a sentence that says what is wrong with it. */
export function filterFrom(filter: FilterMessage): EventFilter | string {
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType();
  if (expression === undefined) return 'A filter is on the stream’s name or on the event’s type.';
  const on = onStream === undefined ? 'type' : 'stream';
  const source = expression.getRegex();
  if (source === '') return { on, match: { prefixes: expression.getPrefixList() } };
  const regex = filterExpression(source);
  if (regex === undefined) return `The filter's regular expression cannot be understood: ${source}`;
  return { on, match: { regex } };
}
