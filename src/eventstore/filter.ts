import type { RecordedEvent } from './events.ts';

/** Chooses events of `$all` by the name of their stream or by their type: one of the prefixes, or a regular expression. */
export interface EventFilter {
  readonly on: 'stream' | 'type';
  readonly match: { readonly prefixes: readonly string[] } | { readonly regex: RegExp };
}

/** Leaves out what the store writes for itself (`$metadata`, `$streamDeleted`, links …). */
export const excludeSystemEvents: EventFilter = { on: 'type', match: { regex: /^[^$].*/ } };

export function matchesFilter(filter: EventFilter | undefined, event: RecordedEvent): boolean {
  if (filter === undefined) return true;
  const subject = filter.on === 'stream' ? event.stream : event.type;
  if ('regex' in filter.match) return filter.match.regex.test(subject);
  return filter.match.prefixes.some((prefix) => subject.startsWith(prefix));
}
