import { loneAppends, type Scenario, scenarios } from './scenarios.ts';
import { type Contestant, startContestant } from './servers.ts';
import { median, milliseconds, timed } from './statistics.ts';

/**
 * Each scenario on each server in turn, the order turned round each time; ratios are paired, round by round.
 * Gives the milliseconds that one append takes to the no-op server and back.
 */
export async function benchOverGrpc(rounds: number): Promise<number> {
  const contestants = await Promise.all([startContestant('no-op'), startContestant('memory'), startContestant('disk')]);
  try {
    const [first, ...others] = scenarios;
    if (first === undefined) throw new Error('There is nothing to measure.');
    const times = await measure(first, contestants, rounds);
    report(first, times);
    for (const scenario of others) report(scenario, await measure(scenario, contestants, rounds));
    return median(times.get('no-op') ?? []) / loneAppends;
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
  }
}

type Times = ReadonlyMap<Contestant['name'], readonly number[]>;

async function measure(scenario: Scenario, contestants: readonly Contestant[], rounds: number): Promise<Times> {
  const times = new Map<Contestant['name'], number[]>(contestants.map(({ name }) => [name, []]));
  for (const { client } of contestants) {
    await scenario.prepare?.(client);
    for (let n = 0; n < scenario.warmUps; n += 1) await scenario.run(client);
  }
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const { name, client } of order) times.get(name)?.push(await timed(() => scenario.run(client)));
  }
  return times;
}

function report({ name, aim }: Scenario, times: Times): void {
  const noop = times.get('no-op') ?? [];
  const ratioOf = (own: readonly number[]) => median(own.map((time, round) => (noop[round] ?? Number.NaN) / time));
  const parts = (['memory', 'disk'] as const).map((server) => {
    const own = times.get(server) ?? [];
    return `${server} ${milliseconds(median(own))}, ratio ${ratioOf(own).toFixed(2)}`;
  });
  console.log(`${name.padEnd(20)} no-op ${milliseconds(median(noop))} · ${parts.join(' · ')} · aim on disk ${aim}`);
}
