import type { EventStore } from './event-store.ts';
import { originalOf } from './events.ts';

/** The position of the event that was written last; 0, which is before all of them, where there is none. */
export async function lastPosition(store: EventStore): Promise<bigint> {
  for await (const resolved of store.readAll({ direction: 'backwards', limit: 1 }))
    return originalOf(resolved).position;
  return 0n;
}
