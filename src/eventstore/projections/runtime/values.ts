/** A function of the projection's own code, or anything that can be called. */
export type Callable = (...args: readonly unknown[]) => unknown;

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What was thrown, in words; errors of the code's own world are no instances of this one's `Error`. */
export function reasonOf(thrown: unknown): string {
  if (isObject(thrown) && typeof thrown.message === 'string') {
    const { name, message } = thrown;
    return typeof name === 'string' && name !== 'Error' ? `${name}: ${message}` : message;
  }
  return String(thrown);
}

/** Throws unless it is a text with something in it. */
export function insistOnText(value: unknown, name: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new TypeError(`${name} must be a text with something in it.`);
}

export function insistOnObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new TypeError(`${name} must be an object.`);
}
