/**
 * The runtime's own functions as they were before any of the learner's code ran. The learner's code
 * shares our globals and may patch `JSON`, `Array.prototype` or `Object.prototype`, by accident or to
 * pass a check; the driver therefore uses nothing after that but what stands here, and keeps its data
 * in lists and records without a prototype.
 */
const { apply } = Reflect;
export const { setPrototypeOf } = Reflect;

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
export const { isFrozen, is: isSame, freeze } = Object;
export const { isArray } = Array;
export const { stringify, parse } = JSON;
export const { isInteger } = Number;
export const numberOf = Number;
export const decodeAddress = decodeURIComponent;
export const textOf = String;
export const uuid = crypto.randomUUID.bind(crypto);
export const turn = setImmediate;
export const mapPrototype: object = Map.prototype;
export const setPrototype: object = Set.prototype;
export const PromiseOf = Promise;
export const MapOf = Map;
export const SetOf = Set;
export const ErrorOf = Error;
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
/** A match of an expression of the driver's own; the runtime looks up nothing that could have been changed. */
export const found = method(RegExp.prototype.exec);
export const sourceOf = method(Function.prototype.toString);
export const symbolText = method(Symbol.prototype.toString);
export const dateTime = method(Date.prototype.getTime);
export const dateText = method(Date.prototype.toISOString);
export const mapSet = method(Map.prototype.set);
export const setAdd = method(Set.prototype.add);
export const eachOfMap = method(Map.prototype.forEach);
export const eachOfSet = method(Set.prototype.forEach);
export const whenSettled = method(Promise.prototype.then);

const DateOf = Date;

export function dateOfTime(time: number): Date {
  return new DateOf(time);
}

/** Values with the ordinary prototypes, for the learner's code. */
export function plainObject(): object {
  return {};
}

export function plainArray(): unknown[] {
  return [];
}

/** Whether a prototype is in the chain of an object. */
export function isA(value: object, prototype: object): boolean {
  for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) if (at === prototype) return true;
  return false;
}

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
