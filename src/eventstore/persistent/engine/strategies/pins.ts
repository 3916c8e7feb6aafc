import type { Json } from '../../../../base/json.ts';
import { isLink, targetOf } from '../../../link.ts';
import type { Message } from '../message.ts';

/** The stream a message comes from: where a link leads, whether or not its target is there. */
export function sourceStreamOf({ event: { event, link } }: Message): string {
  const record = event ?? link;
  return (isLink(record) ? targetOf(record)?.stream : undefined) ?? record.stream;
}

/** What the event's metadata gives as `$correlationId`, in JSON. */
export function correlationOf({ event: { event, link } }: Message): string | undefined {
  const { metadata } = event ?? link;
  try {
    const value: Json = JSON.parse(Buffer.from(metadata).toString('utf8'));
    if (typeof value !== 'object' || value === null || !('$correlationId' in value)) return undefined;
    const { $correlationId } = value;
    return typeof $correlationId === 'string' ? $correlationId : undefined;
  } catch {
    return undefined;
  }
}
