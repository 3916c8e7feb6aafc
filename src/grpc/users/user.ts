import * as v from 'valibot';
import { messageOf } from '../../base/errors.ts';
import type { RecordedEvent } from '../../eventstore/events.ts';

/** The group whose members may do everything. */
export const administrators = '$admins';

/** The one user that every store has, and what opens the door to it until somebody changes that: EventStoreDB's own. */
export const administrator = { loginName: 'admin', fullName: 'Event Store Administrator', password: 'changeit' };

/** What an event of `$user-NAME` says, in EventStoreDB's own fields. */
const userSchema = v.object({
  loginName: v.string(),
  fullName: v.string(),
  salt: v.string(),
  hash: v.string(),
  disabled: v.boolean(),
  groups: v.array(v.string()),
});

export type UserData = v.InferOutput<typeof userSchema>;

export interface User extends UserData {
  /** Milliseconds since 1970. */
  readonly updated: number;
}

/** Throws a sentence when the event holds no user. */
export function userFrom(event: RecordedEvent): User {
  try {
    const data = v.parse(userSchema, JSON.parse(Buffer.from(event.data).toString('utf8')));
    return { ...data, updated: event.created };
  } catch (thrown) {
    throw new Error(`Event ${event.revision} of ${event.stream} holds no user: ${messageOf(thrown)}`);
  }
}
