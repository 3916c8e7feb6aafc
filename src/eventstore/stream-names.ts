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

export type IndexStream = { readonly by: 'category' | 'type'; readonly key: string };

/** What a stream kept by a standard projection collects: `$ce-game` the category, `$et-MoveMade` the type. */
export function indexStreamOf(stream: string): IndexStream | undefined {
  if (stream.startsWith(categoryPrefix)) return { by: 'category', key: stream.slice(categoryPrefix.length) };
  if (stream.startsWith(typePrefix)) return { by: 'type', key: stream.slice(typePrefix.length) };
  return undefined;
}
