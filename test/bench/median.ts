/** The middle of the values, which one slow outlier can't move. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What is timed, and what has to be in place before the clock starts. */
export interface Contender {
  readonly ready?: () => Promise<unknown>;
  readonly work: () => Promise<unknown>;
}

/**
 * Times each contender once a round, so that whatever else the machine does falls on all of them
 * alike; the answer tells the median of each, in milliseconds.
 */
export async function alternate<Name extends string>(
  rounds: number,
  contenders: ReadonlyMap<Name, Contender['work'] | Contender>,
): Promise<(name: Name) => number> {
  const times = new Map<Name, number[]>([...contenders.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, contender] of contenders) {
      const { ready, work }: Contender = typeof contender === 'function' ? { work: contender } : contender;
      await ready?.();
      times.get(name)?.push(await timed(work));
    }
  }
  return (name) => median(times.get(name) ?? []);
}
