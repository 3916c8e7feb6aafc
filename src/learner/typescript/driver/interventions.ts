import type { FieldWrite, MethodCalls, Outcome } from '../../protocol.ts';
import { isCallable } from './exports.ts';
import { findMember } from './members.ts';
import { append, bare, bareList, defineProperty, getFrom, getOwnPropertyDescriptor, hasOwn } from './primordials.ts';
import { framesHere } from './thrown.ts';

/** What was noted of one kept value. */
interface Notes {
  readonly counts: Record<string, number>;
  readonly writes: FieldWrite[];
}

/** Notes by the name that a value is kept under. Records without prototypes. */
export type Noted = Record<string, Notes>;

/** Undefined when the value has no such method; `refused` when it would not have another in its place. */
export function silence(noted: Noted, on: string, owner: object, name: string): Outcome | undefined {
  const member = findMember(owner, name);
  if (member === undefined || !isCallable(getFrom(owner, member))) return undefined;
  const { counts } = notesOf(noted, on);
  counts[member] = 0;
  const done = defineProperty(owner, member, {
    value: () => {
      counts[member] = (counts[member] ?? 0) + 1;
    },
    writable: true,
    configurable: true,
  });
  return bare<Outcome>({ kind: 'tampered', refused: !done });
}

/** Puts a getter and a setter in place of each field that holds a value of its own. */
export function watch(noted: Noted, on: string, owner: object, names: readonly string[]): Outcome {
  const { writes } = notesOf(noted, on);
  for (let index = 0; index < names.length; index++) {
    const member = findMember(owner, names[index] ?? '');
    const descriptor = member === undefined ? undefined : getOwnPropertyDescriptor(owner, member);
    if (member === undefined || descriptor === undefined || !hasOwn(descriptor, 'value')) continue;
    let value: unknown = descriptor.value;
    defineProperty(owner, member, {
      get: () => value,
      set: (next: unknown) => {
        append(writes, bare({ name: member, frames: framesHere() }));
        value = next;
      },
      enumerable: descriptor.enumerable === true,
      configurable: true,
    });
  }
  return bare({ kind: 'tampered', refused: false });
}

export function tellNoted(noted: Noted, on: string): Outcome {
  const { counts, writes } = notesOf(noted, on);
  const calls = bareList<MethodCalls>();
  for (const name in counts) append(calls, bare({ name, count: counts[name] ?? 0 }));
  return bare({ kind: 'noted', calls, writes });
}

function notesOf(noted: Noted, on: string): Notes {
  noted[on] ??= bare({ counts: bare({}), writes: bareList<FieldWrite>() });
  return noted[on];
}
