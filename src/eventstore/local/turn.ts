/** Lets the event loop turn, so that a long read or catch-up leaves room for everything else. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
