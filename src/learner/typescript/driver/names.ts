import { getOwnPropertyDescriptor, getPrototypeOf } from './primordials.ts';

/** The class's name; empty for an object without a prototype. */
export function classNameOf(value: object): string {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return '';
  const madeBy: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return typeof madeBy === 'function' ? nameOf(madeBy) : '';
}

export function nameOf(fn: object): string {
  const name: unknown = getOwnPropertyDescriptor(fn, 'name')?.value;
  return typeof name === 'string' ? name : '';
}
