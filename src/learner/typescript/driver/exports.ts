import { alike, memberNames } from './members.ts';
import { nameOf } from './names.ts';
import { charAt, getFrom, hasOwn, lowerCase, slice, sourceOf } from './primordials.ts';

/** A module's exports as loaded. */
export type Namespace = object;

export type Callable = (...args: never) => unknown;

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/**
 * The function or class meant by a name: exported so or spelled alike, exported by default, or (for something
 * to be made) a factory `createGame`, `newGame`, `makeGame`.
 */
export function findExport(namespace: Namespace, name: string, making: boolean): Callable | undefined {
  const names = memberNames(namespace);
  const found = alike(names, name) ?? (making ? factoryName(names, name) : undefined);
  if (found !== undefined) return callableAt(namespace, found, making);
  return hasOwn(namespace, 'default') ? fromDefault(getFrom(namespace, 'default'), name, making) : undefined;
}

/** What makes an event or a record of that name. A default export is taken only where it has the name itself: it is mostly another thing. */
export function findMaker(namespace: Namespace, name: string): Callable | undefined {
  const named = memberNames(namespace);
  const found = alike(named, name) ?? factoryName(named, name);
  if (found !== undefined) return callableAt(namespace, found, true);
  const whole: unknown = hasOwn(namespace, 'default') ? getFrom(namespace, 'default') : undefined;
  if (isCallable(whole)) return alike([nameOf(whole)], name) === undefined ? undefined : whole;
  return whole === undefined ? undefined : fromDefault(whole, name, true);
}

function factoryName(names: readonly string[], name: string): string | undefined {
  return alike(names, `create${name}`) ?? alike(names, `new${name}`) ?? alike(names, `make${name}`);
}

/** `export const Game = { create() … }` is a factory too. */
function callableAt(owner: object, name: string, making: boolean): Callable | undefined {
  const value: unknown = getFrom(owner, name);
  if (isCallable(value)) return value;
  if (!making || typeof value !== 'object' || value === null) return undefined;
  const create: unknown = getFrom(value, 'create');
  return isCallable(create) ? create : undefined;
}

/** A default export is taken for what it is named or, nameless, for what was asked; an object of functions is searched. */
function fromDefault(value: unknown, name: string, making: boolean): Callable | undefined {
  if (isCallable(value)) {
    const own = nameOf(value);
    if (making || own === '' || own === 'default') return value;
    return alike([own], name) === undefined ? undefined : value;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const found = alike(memberNames(value), name);
  return found === undefined ? undefined : callableAt(value, found, making);
}

/** Whether it is made with `new`: a class, or a function named like one that has a prototype. */
export function isConstructor(fn: Callable): boolean {
  if (slice(sourceOf(fn), 0, 5) === 'class') return true;
  const first = charAt(nameOf(fn), 0);
  return hasOwn(fn, 'prototype') && first !== lowerCase(first) && slice(sourceOf(fn), 0, 8) === 'function';
}
