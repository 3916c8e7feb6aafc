import type { Consumer } from '../consumer.ts';
import type { Message } from '../message.ts';

/** As many as EventStoreDB has. */
const bucketCount = 1024;

interface Bucket {
  consumer: Consumer | undefined;
  inFlight: number;
}

/**
 * What belongs together goes to the same consumer, as long as the consumers stay the same. What
 * belongs together shares a bucket, and each bucket has its consumer.
 */
export class Pinned {
  readonly #pinOf: (message: Message) => string;
  readonly #buckets = Array.from({ length: bucketCount }, (): Bucket => ({ consumer: undefined, inFlight: 0 }));
  readonly #consumers: Consumer[] = [];

  /** `pinOf`: what messages have in common that belong together. */
  constructor(pinOf: (message: Message) => string) {
    this.#pinOf = pinOf;
  }

  /** A newcomer takes over from those who have more than their share, first what nobody is busy with. */
  join(consumer: Consumer): void {
    this.#consumers.push(consumer);
    const assigned = this.#buckets.filter((bucket) => bucket.consumer !== undefined).length;
    const share = Math.ceil(assigned / this.#consumers.length);
    for (const other of this.#consumers) {
      const buckets = this.#bucketsOf(other);
      const surplus = buckets.toSorted((a, b) => a.inFlight - b.inFlight).slice(0, Math.max(0, buckets.length - share));
      for (const bucket of surplus) assign(bucket, consumer);
    }
  }

  leave(consumer: Consumer): void {
    this.#consumers.splice(this.#consumers.indexOf(consumer), 1);
    for (const bucket of this.#bucketsOf(consumer)) assign(bucket, undefined);
  }

  choose(message: Message): Consumer | undefined {
    const bucket = this.#bucketFor(message);
    if (bucket === undefined) return undefined;
    if (bucket.consumer === undefined) assign(bucket, this.#leastBurdened());
    if (bucket.consumer?.hasRoom !== true) return undefined;
    bucket.inFlight += 1;
    return bucket.consumer;
  }

  settled(message: Message, consumer: Consumer): void {
    const bucket = this.#bucketFor(message);
    // What was given to another consumer before is no longer counted here.
    if (bucket?.consumer === consumer && bucket.inFlight > 0) bucket.inFlight -= 1;
  }

  #bucketFor(message: Message): Bucket | undefined {
    return this.#buckets[hash(this.#pinOf(message)) % bucketCount];
  }

  #bucketsOf(consumer: Consumer): Bucket[] {
    return this.#buckets.filter((bucket) => bucket.consumer === consumer);
  }

  #leastBurdened(): Consumer | undefined {
    const counts = new Map(this.#consumers.map((consumer) => [consumer, 0]));
    for (const { consumer } of this.#buckets) {
      if (consumer !== undefined) counts.set(consumer, (counts.get(consumer) ?? 0) + 1);
    }
    const [least] = [...counts].sort(([, a], [, b]) => a - b);
    return least?.[0];
  }
}

function assign(bucket: Bucket, consumer: Consumer | undefined): void {
  bucket.consumer = consumer;
  bucket.inFlight = 0;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
