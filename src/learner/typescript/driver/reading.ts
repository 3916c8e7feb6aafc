import type { Called, Look, Member, Operation, Outcome } from '../../protocol.ts';
import { contains, findMember, isAlike, readableNames } from './members.ts';
import { append, bare, bareList, getFrom, getOwnPropertyDescriptor, hasOwn } from './primordials.ts';
import { type DriverState, missing, noMember, ownerOf } from './state.ts';
import { messageOfThrown } from './thrown.ts';

export function read(state: DriverState, operation: Operation & { op: 'read' }): Outcome {
  const owner = ownerOf(state, operation.on);
  if ('what' in owner) return missing(owner);
  const asked = hasOwn(operation, 'names') ? operation.names : undefined;
  const members = bareList<Member>();
  if (asked === undefined) return bare({ kind: 'read', members: membersBut(state, owner.value, operation) });
  const seen = bareList<string>();
  for (let index = 0; index < asked.length; index++) {
    const name = findMember(owner.value, asked[index] ?? '');
    if (name === undefined || contains(seen, name)) continue;
    append(seen, name);
    append(members, bare({ ...memberOf(state, owner.value, name), asked: asked[index] ?? '' }));
  }
  if (members.length > 0 || asked.length === 0) return bare({ kind: 'read', members });
  return missing(noMember(operation.on, owner.value, asked[0] ?? ''));
}

/** Every member that can be read but those that are to be left out. */
function membersBut(state: DriverState, owner: object, asked: { readonly but?: readonly string[] }): readonly Member[] {
  const but = hasOwn(asked, 'but') ? asked.but : undefined;
  const members = bareList<Member>();
  const names = readableNames(owner);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    if (but === undefined || !isAlike(but, name)) append(members, memberOf(state, owner, name));
  }
  return members;
}

function memberOf(state: DriverState, owner: object, name: string): Member {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const computed =
    descriptor === undefined || !hasOwn(descriptor, 'value') ? bare({ computed: true as const }) : undefined;
  try {
    return bare({ name, ...computed, value: state.observe(getFrom(owner, name)) });
  } catch (failure) {
    return bare({ name, ...computed, value: bare({ kind: 'unreadable', message: messageOfThrown(failure) }) });
  }
}

/** What is to be seen at this moment; undefined when nobody asked. */
export function lookAt(state: DriverState, looks: readonly Look[]): Called['looked'] {
  if (looks.length === 0) return undefined;
  const looked = bareList<readonly Member[]>();
  for (let index = 0; index < looks.length; index++) {
    const look = looks[index];
    const owner = look === undefined ? undefined : ownerOf(state, look.on);
    const seen = look === undefined || owner === undefined || 'what' in owner;
    append(looked, seen ? bareList<Member>() : membersBut(state, owner.value, look));
  }
  return looked;
}

export function withCalled(outcome: Outcome, looked: Called['looked'], promised: boolean): Outcome {
  if (outcome.kind !== 'returned' && outcome.kind !== 'threw') return outcome;
  const called = bare({ ...outcome });
  return bare({ ...called, ...(looked && { looked }), ...(promised && { promised: true as const }) });
}
