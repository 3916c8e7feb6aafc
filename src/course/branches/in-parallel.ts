/**
 * Does some work for each item, at most `concurrency` at a time; the results are in the items' order.
 * Rejects with the first failure, but not before everything that was begun has come to its end.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const waiting = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [at, item] of waiting) {
      if (failed) return;
      try {
        results.set(at, await work(item));
      } catch (failure) {
        failed = true;
        throw failure;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  for (const outcome of workers) if (outcome.status === 'rejected') throw outcome.reason;
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}
