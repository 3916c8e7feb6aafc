/** Names and types that mean something to EventStoreDB. */
export const systemTypes = {
  link: '$>',
  metadata: '$metadata',
  streamDeleted: '$streamDeleted',
} as const;

const categoryPrefix = '$ce-';
const typePrefix = '$et-';

/** The stream that holds another stream's metadata. */
export function metastreamOf(stream: string): string {
  return `$$${stream}`;
}

/** The stream whose metadata this one holds, or undefined when it is no metastream. */
export function describedBy(metastream: string): string | undefined {
  return metastream.startsWith('$$') ? metastream.slice(2) : undefined;
}

export function isSystemStream(stream: string): boolean {
  return stream.startsWith('$');
}

/** `game` for `game-1-a`: what stands before the first dash. Streams without one, and system streams, have none. */
export function categoryOf(stream: string): string | undefined {
  if (isSystemStream(stream)) return undefined;
  const dash = stream.indexOf('-');
  return dash > 0 ? stream.slice(0, dash) : undefined;
}

/** Whether this is a stream that a standard projection keeps: `$ce-game` of a category, `$et-MoveMade` of a type. */
export function isIndexStream(stream: string): boolean {
  return stream.startsWith(categoryPrefix) || stream.startsWith(typePrefix);
}

/** The streams of the standard projections in which an event stands. Links stand in none. */
export function indexStreamsOf({ stream, type }: { readonly stream: string; readonly type: string }): string[] {
  if (type === systemTypes.link) return [];
  const category = categoryOf(stream);
  return category === undefined ? [`${typePrefix}${type}`] : [`${categoryPrefix}${category}`, `${typePrefix}${type}`];
}
