import type { Json } from '../../../base/json.ts';
import { type Callable, findMaker, isConstructor, type Namespace } from './exports.ts';
import { findMember, readableNames } from './members.ts';
import {
  append,
  applyTo,
  bareList,
  construct,
  getFrom,
  hasOwn,
  ownKeys,
  plainCopy,
  setOn,
  stringify,
} from './primordials.ts';

type Fields = { readonly [field: string]: Json };

/**
 * An event as the learner would make it: by their class or function of its name, whichever way that takes its data,
 * or else a plain object with a `type`.
 */
export function makeEvent(namespace: Namespace | undefined, type: string, data: Fields): unknown {
  return made(namespace, type, data) ?? literal(type, data);
}

/** A record by the learner's class of its name, or else a plain object with its fields. A function of that name does something else. */
export function makeRecord(namespace: Namespace | undefined, name: string, fields: Fields): unknown {
  const maker = namespace === undefined ? undefined : findMaker(namespace, name);
  const record = maker !== undefined && isConstructor(maker) ? madeBy(maker, fields) : undefined;
  return record ?? plainCopy(fields);
}

function made(namespace: Namespace | undefined, name: string, data: Fields): object | undefined {
  const maker = namespace === undefined ? undefined : findMaker(namespace, name);
  return maker === undefined ? undefined : madeBy(maker, data);
}

function literal(type: string, data: Fields): object {
  const event = {};
  setOn(event, 'type', type);
  overwrite(event, data, true);
  return event;
}

/** Tries the data as one object, then as arguments in order; takes the first whose fields come out right. */
function madeBy(maker: Callable, data: Fields): object | undefined {
  const whole = bareList<unknown>();
  append(whole, plainCopy(data));
  const inOrder = bareList<unknown>();
  const names = ownKeys(data);
  for (let index = 0; index < names.length; index++) append(inOrder, plainCopy(getFrom(data, names[index] ?? '')));
  const first = attempt(maker, names.length === 1 || maker.length > 1 ? inOrder : whole);
  if (first !== undefined && holds(first, data)) return first;
  const second = attempt(maker, names.length === 1 || maker.length > 1 ? whole : inOrder);
  if (second !== undefined && holds(second, data)) return second;
  const nearest = first ?? second;
  if (nearest !== undefined) overwrite(nearest, data, false);
  return nearest;
}

function attempt(maker: Callable, args: unknown[]): object | undefined {
  try {
    const made: unknown = isConstructor(maker) ? construct(maker, args) : applyTo(maker, undefined, args);
    return typeof made === 'object' && made !== null ? made : undefined;
  } catch {
    return undefined;
  }
}

function holds(event: object, data: Fields): boolean {
  try {
    return holdsAll(event, data);
  } catch {
    return false;
  }
}

function holdsAll(event: object, data: Fields): boolean {
  const names = ownKeys(data);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (typeof name !== 'string') continue;
    if (stringify(valueIn(event, name, true)) !== stringify(data[name])) return false;
  }
  return true;
}

/** A field of an event, or of the `data` it carries. */
function valueIn(event: object, name: string, deep: boolean): unknown {
  const member = findMember(event, name);
  if (member !== undefined) return getFrom(event, member);
  const fields = readableNames(event);
  for (let index = 0; deep && index < fields.length; index++) {
    const inner: unknown = getFrom(event, fields[index] ?? '');
    const value = typeof inner === 'object' && inner !== null ? valueIn(inner, name, false) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

function overwrite(event: object, data: Fields, asNamed: boolean): void {
  const names = ownKeys(data);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (typeof name !== 'string' || !hasOwn(data, name)) continue;
    const member = asNamed ? name : (findMember(event, name) ?? name);
    setOn(event, member, plainCopy(data[name]));
  }
}
