import type { RawOutcome } from '../../process/wire.ts';
import type { Missing } from '../../protocol.ts';
import type { Namespace } from './exports.ts';
import type { Noted } from './interventions.ts';
import { memberNames } from './members.ts';
import type { Observe } from './observe.ts';
import { bare, hasOwn } from './primordials.ts';
import { describeThrown } from './thrown.ts';
import { unreachable } from './unreachable.ts';

/** What the operations of one process share. Records without prototypes. */
export interface Desk {
  readonly observe: Observe;
  readonly kept: Record<string, unknown>;
  /** By the protocol's name of a module; one that has no file is not here. */
  readonly modules: Record<string, Namespace>;
  readonly noted: Noted;
}

export function ownerOf(desk: Desk, name: string): Missing | { readonly value: object } {
  if (!hasOwn(desk.kept, name)) return bare({ what: 'kept', name });
  const value = desk.kept[name];
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
    return bare({ what: 'kept', name });
  }
  return bare({ value });
}

export function threw(failure: unknown): RawOutcome {
  return bare({ kind: 'threw', thrown: describeThrown(failure) });
}

export function missing(what: Missing): RawOutcome {
  return bare({ kind: 'missing', what });
}

export function noMember(on: string, owner: object, name: string): Missing {
  const how = unreachable(owner, name);
  return bare({ what: 'member', on, name, members: memberNames(owner), ...(how && { unreachable: how }) });
}
