/**
 * The runtime's own functions as they were before any of the learner's code ran. The learner's code
 * shares our globals and may patch `JSON`, `Array.prototype` or `Object.prototype`, by accident or to
 * pass a check; the driver therefore uses nothing after that but what stands here, and keeps its data
 * in lists and records without a prototype.
 */
const { apply, setPrototypeOf } = Reflect;

/** Takes a literal's prototype away, so that nothing reads or serialises through a polluted one. */
export function bare<T extends object>(literal: T): T {
  setPrototypeOf(literal, null);
  return literal;
}

/** A method as a function that takes its `this` first, out of reach of whoever patches the prototype. */
export function method<This, Args extends unknown[], Result>(fn: (this: This, ...args: Args) => Result) {
  return (self: This, ...args: Args): Result => apply(fn, self, args);
}

export const {
  apply: applyTo,
  construct,
  defineProperty,
  get: getFrom,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  ownKeys,
  set: setOn,
} = Reflect;
export const { isFrozen, is: isSame } = Object;
export const { isArray } = Array;
export const { stringify, parse } = JSON;
export const { isInteger } = Number;
export const textOf = String;
export const turn = setImmediate;
export const mapPrototype: object = Map.prototype;
export const setPrototype: object = Set.prototype;
export const PromiseOf = Promise;
export const roots: readonly unknown[] = bare([
  Object.prototype,
  Function.prototype,
  Array.prototype,
  Map.prototype,
  Set.prototype,
  Error.prototype,
  Promise.prototype,
]);
export const errorPrototype: object = Error.prototype;
export const hasOwn = method(Object.prototype.hasOwnProperty);
export const lowerCase = method(String.prototype.toLowerCase);
export const slice = method(String.prototype.slice);
export const indexIn = method(String.prototype.indexOf);
export const charAt = method(String.prototype.charAt);
export const sourceOf = method(Function.prototype.toString);
export const symbolText = method(Symbol.prototype.toString);
export const dateTime = method(Date.prototype.getTime);
export const dateText = method(Date.prototype.toISOString);
export const eachOfMap = method(Map.prototype.forEach);
export const eachOfSet = method(Set.prototype.forEach);
export const whenSettled = method(Promise.prototype.then);

/** Objects to numbers, out of reach of a patched `WeakMap.prototype`. */
export function createNumbering(): (object: object) => number {
  const numbers = new WeakMap<object, number>();
  const read = method(WeakMap.prototype.get).bind(undefined, numbers);
  const write = method(WeakMap.prototype.set).bind(undefined, numbers);
  let last = 0;
  return (object) => {
    const known = read(object);
    if (typeof known === 'number') return known;
    last += 1;
    write(object, last);
    return last;
  };
}

export function bareList<T>(): T[] {
  return bare<T[]>([]);
}

export function append<T>(list: T[], item: T): void {
  list[list.length] = item;
}

/** Parsed JSON without prototypes at any depth. */
export function bareDeep(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  bare(value);
  const keys = ownKeys(value);
  for (let index = 0; index < keys.length; index++) bareDeep(getFrom(value, keys[index] ?? ''));
  return value;
}

/** A fresh copy with the ordinary prototypes, to be handed to the learner's code. */
export function plainCopy(value: unknown): unknown {
  return parse(stringify(value) ?? 'null');
}
