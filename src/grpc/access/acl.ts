import type { Json } from '../../base/json.ts';
import { isJsonObject } from '../../eventstore/stream-metadata.ts';
import { isSystemStream } from '../../eventstore/stream-names.ts';
import { administrators } from '../users/user.ts';

export type Right = 'read' | 'write' | 'delete' | 'readMetadata' | 'writeMetadata';

/** Who calls; without a name when nobody said who. */
export interface Caller {
  readonly name: string | undefined;
  readonly groups: readonly string[];
}

/** How `$acl` in a stream's metadata calls each right. */
const keys: Readonly<Record<Right, string>> = {
  read: '$r',
  write: '$w',
  delete: '$d',
  readMetadata: '$mr',
  writeMetadata: '$mw',
};

/** Everybody who has said who they are. */
const everybody = '$all';

export function isAdministrator({ groups }: Caller): boolean {
  return groups.includes(administrators);
}

/**
 * Whether a stream's `$acl` lets somebody do something, as EventStoreDB has it: administrators
 * everything, everybody else what their name or a group of theirs is named for. What an `$acl` leaves
 * open is for everybody in a stream of one's own, and for administrators alone in one of the system's.
 */
export function allows(acl: Json | undefined, right: Right, stream: string, caller: Caller): boolean {
  if (isAdministrator(caller)) return true;
  if (caller.name === undefined) return false;
  const roles = rolesIn(acl, keys[right]) ?? (isSystemStream(stream) ? [administrators] : [everybody]);
  return roles.some((role) => role === everybody || role === caller.name || caller.groups.includes(role));
}

/** One role or a list of them; undefined when the list says nothing about this right. */
function rolesIn(acl: Json | undefined, key: string): readonly string[] | undefined {
  if (acl === undefined || !isJsonObject(acl)) return undefined;
  const roles = acl[key];
  if (typeof roles === 'string') return [roles];
  if (!Array.isArray(roles)) return undefined;
  return roles.filter((role) => typeof role === 'string');
}
