import { createHash } from 'node:crypto';
import type { RecordedEvent } from './events.ts';
import { systemTypes } from './stream-names.ts';

export interface LinkTarget {
  readonly stream: string;
  readonly revision: bigint;
}

/** Reads `revision@stream` out of a link's data; undefined when it says something else. */
export function targetOf(link: RecordedEvent): LinkTarget | undefined {
  const text = Buffer.from(link.data).toString('utf8');
  const [, revision, stream] = /^(\d{1,19})@(.+)$/s.exec(text) ?? [];
  return revision === undefined || stream === undefined ? undefined : { revision: BigInt(revision), stream };
}

export function isLink(event: RecordedEvent): boolean {
  return event.type === systemTypes.link;
}

/** The link that a standard projection keeps in one of its streams. Always the same one, its id too, for the same target. */
export function linkTo(target: RecordedEvent, stream: string, revision: bigint): RecordedEvent {
  return {
    id: derivedId(`${stream} ${target.id}`),
    type: systemTypes.link,
    contentType: 'binary',
    data: Buffer.from(`${target.revision}@${target.stream}`, 'utf8'),
    metadata: new Uint8Array(),
    stream,
    revision,
    position: target.position,
    created: target.created,
  };
}

/** A UUID of version 8, which is for values derived in one's own way. */
export function derivedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
