import type { EmittedEvent, ProcessLimits } from '../protocol.ts';
import { type Callable, insistOnObject, insistOnText, isObject } from './values.ts';

const linkType = '$>';
const streamReferenceType = '$@';

/** The functions by which handlers write, and what they wrote since it was last taken. */
export class Emitting {
  readonly #limits: ProcessLimits;
  readonly #stringify: (value: unknown) => string | undefined;
  #emitted: EmittedEvent[] = [];
  #bytes = 0;

  constructor(limits: ProcessLimits, stringify: (value: unknown) => string | undefined) {
    this.#limits = limits;
    this.#stringify = stringify;
  }

  readonly functions: Readonly<Record<string, Callable>> = {
    emit: (streamId, eventName, eventBody, metadata) =>
      this.#add({
        stream: insistOnText(streamId, 'streamId'),
        type: insistOnText(eventName, 'eventName'),
        isJson: true,
        data: this.#text(insistOnObject(eventBody, 'eventBody')),
        metadata: this.#metadata(metadata),
      }),
    linkTo: (streamId, event, metadata) => {
      const stream = insistOnText(streamId, 'streamId');
      const { sequenceNumber, streamId: source } = insistOnObject(event, 'event');
      if (typeof sequenceNumber !== 'number' || typeof source !== 'string') {
        throw new TypeError(`Invalid link to event ${sequenceNumber}@${source}`);
      }
      const data = `${sequenceNumber}@${source}`;
      this.#add({ stream, type: linkType, isJson: false, data, metadata: this.#metadata(metadata) });
    },
    linkStreamTo: (streamId, linkedStreamId, metadata) =>
      this.#add({
        stream: insistOnText(streamId, 'streamId'),
        type: streamReferenceType,
        isJson: false,
        data: insistOnText(linkedStreamId, 'linkedStreamId'),
        metadata: this.#metadata(metadata),
      }),
    copyTo: (streamId, event, metadata) => {
      const stream = insistOnText(streamId, 'streamId');
      const { eventType, bodyRaw, isJson, metadata: own } = insistOnObject(event, 'event');
      const together = { ...withoutSystemKeys(own), ...withoutSystemKeys(metadata) };
      const data = typeof bodyRaw === 'string' ? bodyRaw : '';
      const type = insistOnText(eventType, 'eventType');
      this.#add({ stream, type, isJson: isJson === true, data, metadata: this.#metadata(together) });
    },
    log: () => {},
  };

  take(): readonly EmittedEvent[] {
    const emitted = this.#emitted;
    this.#emitted = [];
    this.#bytes = 0;
    return emitted;
  }

  #add(event: EmittedEvent): void {
    this.#bytes += event.stream.length + event.type.length + event.data.length + (event.metadata?.length ?? 0);
    const { emittedEvents, emittedBytes } = this.#limits;
    if (this.#emitted.length >= emittedEvents || this.#bytes > emittedBytes) {
      throw new RangeError(`One event led to more than ${emittedEvents} events or ${emittedBytes} bytes of them.`);
    }
    this.#emitted.push(event);
  }

  #metadata(given: unknown): string | null {
    if (given === undefined || given === null) return null;
    return this.#text(insistOnObject(given, 'metadata'));
  }

  #text(value: Readonly<Record<string, unknown>>): string {
    return this.#stringify(value) ?? 'null';
  }
}

/** What the store and projections keep for themselves in metadata is not copied, but for the correlation. */
function withoutSystemKeys(metadata: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(metadata)) return {};
  return Object.fromEntries(
    Object.entries(metadata).filter(([key]) => !key.startsWith('$') || key === '$correlationId'),
  );
}
