import * as v from 'valibot';
import type { ProjectionDefinition } from './definition.ts';

/** How far a projection has come: a revision where it reads one stream, otherwise a position in `$all`. */
export type Place =
  | { readonly kind: 'all'; readonly at: bigint }
  | { readonly kind: 'stream'; readonly stream: string; readonly at: bigint };

/** As EventStoreDB shows it: `C:41/P:41`, or `game-1: 41`; empty before the first event. */
export function describePlace(place: Place | undefined): string {
  if (place === undefined) return '';
  return place.kind === 'all' ? `C:${place.at}/P:${place.at}` : `${place.stream}: ${place.at}`;
}

const number = v.pipe(v.number(), v.integer());
const tagSchema = v.union([
  v.object({ $v: v.string(), $c: number, $p: number }),
  v.object({ $v: v.string(), $s: v.record(v.string(), number) }),
]);

type Version = Pick<ProjectionDefinition, 'id' | 'epoch' | 'version'>;

/** The tag that EventStoreDB puts into the metadata of checkpoints and emitted events. */
export function tagOf(place: Place, { id, epoch, version }: Version): Readonly<Record<string, unknown>> {
  const $v = `${id}:${epoch}:${version}:4`;
  const at = Number(place.at);
  return place.kind === 'all' ? { $v, $c: at, $p: at } : { $v, $s: { [place.stream]: at } };
}

/** The place in a tag of this projection since it last began from zero; undefined for any other. */
export function placeIn(metadata: Uint8Array, { id, epoch }: Version): Place | undefined {
  const tag = v.safeParse(tagSchema, jsonOrNothing(metadata));
  if (!tag.success) return undefined;
  const [tagId, tagEpoch] = tag.output.$v.split(':').map(Number);
  if (tagId !== id || tagEpoch !== epoch) return undefined;
  if ('$c' in tag.output) return { kind: 'all', at: BigInt(tag.output.$c) };
  const [entry] = Object.entries(tag.output.$s);
  return entry && { kind: 'stream', stream: entry[0], at: BigInt(entry[1]) };
}

function jsonOrNothing(data: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(data).toString('utf8'));
  } catch {
    return undefined;
  }
}
