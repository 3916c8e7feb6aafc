import {
  append,
  bare,
  charAt,
  construct,
  createNumbering,
  dateOfTime,
  dateTime,
  defineProperty,
  eachOfMap,
  eachOfSet,
  freeze,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isA,
  isArray,
  isFrozen,
  MapOf,
  mapPrototype,
  mapSet,
  ownKeys,
  plainArray,
  plainObject,
  roots,
  SetOf,
  setAdd,
  setPrototype,
  setPrototypeOf,
  sourceOf,
} from './primordials.ts';

interface Copying {
  readonly number: (object: object) => number;
  /** The copy of each object by its number. */
  readonly copies: Record<number, object>;
  left: number;
}

const mostValues = 20_000;

/**
 * A deep copy that keeps classes, getters and what is frozen. Functions, and objects of a class with parts that nobody can
 * read from outside, are handed on as they are: a copy of them would lack what they are about.
 */
export function copyOf(value: unknown): unknown {
  return copied(bare({ number: createNumbering(), copies: bare({}), left: mostValues }), value);
}

function copied(copying: Copying, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || copying.left-- <= 0) return value;
  const number = copying.number(value);
  const known = copying.copies[number];
  if (known !== undefined) return known;
  const copy = emptyLike(value);
  if (copy === undefined) return value;
  copying.copies[number] = copy;
  fill(copying, value, copy);
  if (isFrozen(value)) freeze(copy);
  return copy;
}

/** Undefined for what cannot be copied. */
function emptyLike(value: object): object | undefined {
  const prototype = getPrototypeOf(value);
  if (hasPrivateParts(prototype)) return undefined;
  const made = isArray(value) ? plainArray() : (builtInLike(value) ?? plainObject());
  setPrototypeOf(made, prototype);
  return made;
}

function builtInLike(value: object): object | undefined {
  try {
    return dateOfTime(dateTime(value));
  } catch {
    // It is no date.
  }
  if (isA(value, mapPrototype)) return construct(MapOf, []);
  return isA(value, setPrototype) ? construct(SetOf, []) : undefined;
}

function fill(copying: Copying, value: object, copy: object): void {
  if (isA(value, mapPrototype)) {
    eachOfMap(value, (item: unknown, key: unknown) => mapSet(copy, copied(copying, key), copied(copying, item)));
  } else if (isA(value, setPrototype)) {
    eachOfSet(value, (item: unknown) => setAdd(copy, copied(copying, item)));
  }
  const keys = ownKeys(value);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? '';
    const descriptor = getOwnPropertyDescriptor(value, key);
    if (descriptor === undefined) continue;
    setPrototypeOf(descriptor, null);
    if ('value' in descriptor) descriptor.value = copied(copying, descriptor.value);
    defineProperty(copy, key, descriptor);
  }
}

/** Whether a class of an object, itself or one it extends, has `#private` parts. */
function hasPrivateParts(prototype: object | null): boolean {
  let at = prototype;
  for (let depth = 0; at !== null && depth < 50; depth++) {
    for (let index = 0; index < roots.length; index++) if (roots[index] === at) return false;
    if (privateNames(at).length > 0) return true;
    at = getPrototypeOf(at);
  }
  return false;
}

/** The names behind a `#` in the text of a prototype's class. */
export function privateNames(prototype: object): string[] {
  const names: string[] = bare([]);
  const maker: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  if (typeof maker !== 'function') return names;
  const source = sourceOf(maker);
  for (let at = 0; at < source.length; at++) {
    if (charAt(source, at) !== '#') continue;
    let name = '';
    while (at + 1 < source.length && isWordPart(charAt(source, at + 1))) name += charAt(source, ++at);
    if (name !== '') append(names, name);
  }
  return names;
}

function isWordPart(letter: string): boolean {
  return (
    (letter >= 'a' && letter <= 'z') ||
    (letter >= 'A' && letter <= 'Z') ||
    (letter >= '0' && letter <= '9') ||
    letter === '_' ||
    letter === '$'
  );
}
