import type { Missing, Outcome } from '../../protocol.ts';
import type { Namespace } from './exports.ts';
import type { Noted } from './interventions.ts';
import { memberNames } from './members.ts';
import type { Observe } from './observe.ts';
import { bare, hasOwn } from './primordials.ts';
import type { DescribeThrown } from './thrown.ts';
import { unreachable } from './unreachable.ts';

/** What the operations of one process share. Records without prototypes. */
export interface DriverState {
  readonly observe: Observe;
  readonly describe: DescribeThrown;
  readonly kept: Record<string, unknown>;
  /** By the protocol's name of a module; one that has no file is not here. */
  readonly modules: Record<string, Namespace>;
  /** The package with the event store's client, once something asked for it. */
  client: Namespace | undefined;
  readonly noted: Noted;
}

export function ownerOf(state: DriverState, name: string): Missing | { readonly value: object } {
  if (!hasOwn(state.kept, name)) return bare({ what: 'kept', name });
  const value = state.kept[name];
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
    return bare({ what: 'kept', name });
  }
  return bare({ value });
}

export function threw(state: DriverState, failure: unknown): Outcome {
  return bare({ kind: 'threw', thrown: state.describe(failure) });
}

export function missing(what: Missing): Outcome {
  return bare({ kind: 'missing', what });
}

export function noMember(on: string, owner: object, name: string): Missing {
  const how = unreachable(owner, name);
  return bare({ what: 'member', on, name, members: memberNames(owner), ...(how && { unreachable: how }) });
}
