import { messageOf } from '../../base/errors.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a suite has to say: how many, and for people the text about what failed (empty when nothing did). */
export interface Outcome {
  readonly tally: Tally;
  readonly report: string;
}

export interface Suite {
  readonly title: string;
  run(): Promise<Outcome>;
}

export const none: Tally = { passed: 0, failed: 0, skipped: 0 };

export const passed = (): Outcome => ({ tally: { ...none, passed: 1 }, report: '' });

export const failed = (report: string): Outcome => ({ tally: { ...none, failed: 1 }, report });

export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** `3 passed, 0 failed`, and the skipped ones when there are any. */
export const tallyText = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Runs the suites side by side; each is printed when it ends, so that outputs never mix. */
export async function runTogether(suites: readonly Suite[]): Promise<Tally> {
  const tallies = await Promise.all(suites.map(runAndPrint));
  return tallies.reduce(add, none);
}

/** Runs the suites one after the other: for those that each want the whole machine. */
export async function runInTurn(suites: readonly Suite[]): Promise<Tally> {
  let sum = none;
  for (const suite of suites) sum = add(sum, await runAndPrint(suite));
  return sum;
}

async function runAndPrint({ title, run }: Suite): Promise<Tally> {
  const started = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`… ${title}\r`);
  const { tally, report } = await run().catch((thrown: unknown) => failed(`${title} broke off: ${messageOf(thrown)}`));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${tally.failed > 0 ? '✖' : '✔'} ${title}: ${tallyText(tally)} (${seconds} s)`);
  if (report !== '') console.log(`${report}\n`);
  return tally;
}
