import type { RawOutcome } from '../../process/wire.ts';
import type { Called, Look, Member, Operation } from '../../protocol.ts';
import { type Desk, missing, noMember, ownerOf } from './desk.ts';
import { contains, findMember, isAlike, readableNames } from './members.ts';
import { append, bare, bareList, getFrom, getOwnPropertyDescriptor, hasOwn } from './primordials.ts';
import { describeThrown } from './thrown.ts';

export function read(desk: Desk, operation: Operation & { op: 'read' }): RawOutcome {
  const owner = ownerOf(desk, operation.on);
  if ('what' in owner) return missing(owner);
  const asked = hasOwn(operation, 'names') ? operation.names : undefined;
  const members = bareList<Member>();
  if (asked === undefined) return bare({ kind: 'read', members: membersBut(desk, owner.value, operation) });
  const seen = bareList<string>();
  for (let index = 0; index < asked.length; index++) {
    const name = findMember(owner.value, asked[index] ?? '');
    if (name === undefined || contains(seen, name)) continue;
    append(seen, name);
    append(members, bare({ ...memberOf(desk, owner.value, name), asked: asked[index] ?? '' }));
  }
  if (members.length > 0 || asked.length === 0) return bare({ kind: 'read', members });
  return missing(noMember(operation.on, owner.value, asked[0] ?? ''));
}

/** Every member that can be read but those that are to be left out. */
function membersBut(desk: Desk, owner: object, asked: { readonly but?: readonly string[] }): readonly Member[] {
  const but = hasOwn(asked, 'but') ? asked.but : undefined;
  const members = bareList<Member>();
  const names = readableNames(owner);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    if (but === undefined || !isAlike(but, name)) append(members, memberOf(desk, owner, name));
  }
  return members;
}

function memberOf(desk: Desk, owner: object, name: string): Member {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const computed =
    descriptor === undefined || !hasOwn(descriptor, 'value') ? bare({ computed: true as const }) : undefined;
  try {
    return bare({ name, ...computed, value: desk.observe(getFrom(owner, name)) });
  } catch (failure) {
    return bare({ name, ...computed, value: bare({ kind: 'unreadable', message: describeThrown(failure).message }) });
  }
}

/** What is to be seen at this moment; undefined when nobody asked. */
export function lookAt(desk: Desk, looks: readonly Look[]): Called['looked'] {
  if (looks.length === 0) return undefined;
  const looked = bareList<readonly Member[]>();
  for (let index = 0; index < looks.length; index++) {
    const look = looks[index];
    const owner = look === undefined ? undefined : ownerOf(desk, look.on);
    const seen = look === undefined || owner === undefined || 'what' in owner;
    append(looked, seen ? bareList<Member>() : membersBut(desk, owner.value, look));
  }
  return looked;
}

export function withCalled(outcome: RawOutcome, looked: Called['looked'], promised: boolean): RawOutcome {
  if (outcome.kind !== 'returned' && outcome.kind !== 'threw') return outcome;
  const called = bare({ ...outcome });
  return bare({ ...called, ...(looked && { looked }), ...(promised && { promised: true as const }) });
}
