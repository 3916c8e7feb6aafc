import type { Member, Observed } from '../../protocol.ts';
import { readableNames } from './members.ts';
import { classNameOf, nameOf } from './names.ts';
import {
  append,
  bare,
  bareList,
  createNumbering,
  dateText,
  dateTime,
  eachOfMap,
  eachOfSet,
  getFrom,
  isA,
  isArray,
  isFrozen,
  isSame,
  mapPrototype,
  setPrototype,
  slice,
  symbolText,
  textOf,
} from './primordials.ts';
import { messageOfThrown } from './thrown.ts';

export interface ObserveLimits {
  readonly depth: number;
  /** Values in one observation. */
  readonly values: number;
  /** Characters of one text. */
  readonly text: number;
}

export const defaultObserveLimits: ObserveLimits = { depth: 12, values: 10_000, text: 20_000 };

export interface Observe {
  (value: unknown): Observed;
  /** From now on only the class of this object is told: it isn't the learner's, and reading it would do things. */
  hide(object: object): void;
}

interface Walk {
  readonly limits: ObserveLimits;
  readonly number: (object: object) => number;
  /** Numbers of the objects that are not to be looked into. */
  readonly hidden: Record<number, true>;
  /** Numbers of the objects met in this value. */
  readonly met: Record<number, true>;
  left: number;
}

/** Looks at values of the learner's without trusting one of them. Numbers objects as long as it lives. */
export function createObserver(limits = defaultObserveLimits): Observe {
  const number = createNumbering();
  const hidden: Record<number, true> = bare({});
  const observe = (value: unknown) =>
    look(bare({ limits, number, hidden, met: bare({}), left: limits.values }), value, 0);
  const hide = (object: object) => {
    hidden[number(object)] = true;
  };
  return Object.assign(observe, { hide });
}

function look(walk: Walk, value: unknown, depth: number): Observed {
  walk.left -= 1;
  if (walk.left < 0) return cut('The value holds too much to show all of it.');
  switch (typeof value) {
    case 'undefined':
      return bare({ kind: 'nothing', written: 'undefined' });
    case 'boolean':
      return bare({ kind: 'boolean', value });
    case 'number':
      return bare({ kind: 'number', value: isSame(value, -0) ? '-0' : `${value}` });
    case 'bigint':
      return bare({ kind: 'integer', value: `${value}` });
    case 'string':
      return lookAtText(walk, value);
    case 'symbol':
      return bare({ kind: 'other', written: symbolText(value) });
    case 'function':
      return bare({ kind: 'function', name: nameOf(value) });
    default:
      return typeof value === 'object' && value !== null
        ? lookAtObject(walk, value, depth)
        : bare({ kind: 'nothing', written: 'null' });
  }
}

function lookAtText(walk: Walk, value: string): Observed {
  if (value.length <= walk.limits.text) return bare({ kind: 'string', value });
  return cut(`A text of ${value.length} characters: ${slice(value, 0, 100)}…`);
}

function lookAtObject(walk: Walk, value: object, depth: number): Observed {
  const identity = walk.number(value);
  if (walk.hidden[identity]) {
    return bare({ kind: 'object', className: classNameOf(value), fields: bareList<Member>(), identity, frozen: false });
  }
  if (walk.met[identity]) return bare({ kind: 'again', identity });
  if (depth >= walk.limits.depth) return cut('The value is nested too deep to show all of it.');
  walk.met[identity] = true;
  try {
    if (isArray(value)) return lookAtList(walk, value, identity, depth);
    const date = dateOf(value);
    if (date !== undefined) return bare({ kind: 'date', value: date });
    return (
      lookAtMap(walk, value, identity, depth) ??
      lookAtSet(walk, value, identity, depth) ??
      lookAtFields(walk, value, identity, depth)
    );
  } catch (failure) {
    return bare({ kind: 'unreadable', message: messageOfThrown(failure) });
  }
}

function lookAtList(walk: Walk, list: readonly unknown[], identity: number, depth: number): Observed {
  const items = bareList<Observed>();
  const { length } = list;
  for (let index = 0; index < length; index++) {
    append(items, lookAtMember(walk, list, textOf(index), depth));
    if (walk.left < 0) break;
  }
  return bare({ kind: 'list', items, identity, frozen: isFrozen(list) });
}

function lookAtMap(walk: Walk, value: object, identity: number, depth: number): Observed | undefined {
  if (!isA(value, mapPrototype)) return undefined;
  const entries = bareList<readonly [Observed, Observed]>();
  eachOfMap(value, (item: unknown, key: unknown) => {
    if (walk.left < 0) return;
    const keySeen = look(walk, key, depth + 1);
    const itemSeen = look(walk, item, depth + 1);
    append(entries, bare([keySeen, itemSeen] as const));
  });
  return bare<Observed>({ kind: 'map', entries, identity });
}

function lookAtSet(walk: Walk, value: object, identity: number, depth: number): Observed | undefined {
  if (!isA(value, setPrototype)) return undefined;
  const items = bareList<Observed>();
  eachOfSet(value, (item: unknown) => {
    if (walk.left >= 0) append(items, look(walk, item, depth + 1));
  });
  return bare<Observed>({ kind: 'set', items, identity });
}

function lookAtFields(walk: Walk, value: object, identity: number, depth: number): Observed {
  const fields = bareList<Member>();
  const names = readableNames(value);
  for (let index = 0; index < names.length && walk.left >= 0; index++) {
    const name = names[index] ?? '';
    append(fields, bare({ name, value: lookAtMember(walk, value, name, depth) }));
  }
  return bare({ kind: 'object', className: classNameOf(value), fields, identity, frozen: isFrozen(value) });
}

function lookAtMember(walk: Walk, owner: object, name: string, depth: number): Observed {
  let member: unknown;
  try {
    member = getFrom(owner, name);
  } catch (failure) {
    return bare({ kind: 'unreadable', message: messageOfThrown(failure) });
  }
  return look(walk, member, depth + 1);
}

function cut(reason: string): Observed {
  return bare({ kind: 'cut', reason });
}

/** Only a real date has a time; anything else throws when asked for one. */
function dateOf(value: object): string | undefined {
  let time: number;
  try {
    time = dateTime(value);
  } catch {
    return undefined;
  }
  return isSame(time, Number.NaN) ? 'Invalid Date' : dateText(value);
}
