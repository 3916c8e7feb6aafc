import { setTimeout as pause } from 'node:timers/promises';

/** Where the server is, for a client that waits as long as a busy machine may take. */
export function patiently({ connectionString }: { readonly connectionString: string }): string {
  return `${connectionString}&defaultDeadline=120000`;
}

/** Asks again and again until the answer is as wanted, for a minute: machines may be as slow as they like. */
export async function eventually<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`It stayed ${JSON.stringify(answer, textOfBigints)}.`);
    await pause(20);
  }
}

function textOfBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
