import type { LearnerSession } from '../../learner/learner-code.ts';
import { eventsIn } from '../learner/observed-events.ts';
import type { PanelAggregate } from '../panel-aggregate.ts';
import { commandText } from '../views/command-text.ts';
import type { History } from './history.ts';
import { type Call, commandOf, KeptValues } from './kept-values.ts';
import { isAct, type ObservedScenario, type OperationResult } from './observe.ts';
import { ObservedAggregate, type ObservedCall } from './observed-aggregate.ts';
import { streamHistories } from './stream-history.ts';

/** Each aggregate of a scenario as a history of its own, and each stream that it stored. */
export async function historiesOf(
  aggregate: PanelAggregate,
  observed: ObservedScenario,
  session: LearnerSession,
): Promise<readonly History[]> {
  const scenario = new ScenarioHistories(aggregate);
  let stored = countOf(observed.seeded);
  for (const result of observed.results) {
    const before = stored;
    stored = countOf(result.stored);
    scenario.add(result, stored - before);
  }
  const histories: History[] = [];
  for (const each of scenario.aggregates.values()) histories.push(await each.told(session));
  return [...histories, ...streamHistories(aggregate.reference, observed, session.language)];
}

class ScenarioHistories {
  readonly aggregates = new Map<string, ObservedAggregate>();
  readonly #aggregate: PanelAggregate;
  readonly #kept = new KeptValues();

  constructor(aggregate: PanelAggregate) {
    this.#aggregate = aggregate;
  }

  /** `stored`: how many events the store got by it. */
  add(result: OperationResult, stored: number): void {
    this.#kept.note(result);
    const { operation } = result;
    if (!isAct(operation)) return;
    if (operation.op === 'create') this.#begin(operation.as, result);
    else if (operation.op === 'call' || operation.op === 'callFunction') this.#note(operation, result, stored);
  }

  #begin(name: string, { aggregates }: OperationResult): void {
    const fresh = aggregates.get(name);
    if (fresh !== undefined) this.aggregates.set(name, new ObservedAggregate(this.#aggregate, name, fresh));
  }

  #note(operation: Call, { aggregates, outcome }: OperationResult, stored: number): void {
    const command = commandOf(this.#aggregate.reference, operation, this.#kept);
    const brought = operation.as === undefined ? undefined : aggregates.get(operation.as);
    if (operation.as !== undefined && brought !== undefined && eventsIn(brought).list !== undefined) {
      const history = new ObservedAggregate(this.#aggregate, operation.as, []);
      this.aggregates.set(operation.as, history);
      history.add({ command, outcome, now: brought, how: 'bring' });
    }
    for (const [name, history] of this.aggregates) {
      const now = aggregates.get(name);
      if (now !== undefined && name !== operation.as)
        history.add(this.#callFor(name, operation, { command, outcome, now }, stored));
    }
  }

  /** What a call was to the aggregate of that name. */
  #callFor(
    name: string,
    operation: Call,
    seen: Pick<ObservedCall, 'command' | 'outcome' | 'now'>,
    stored: number,
  ): ObservedCall {
    if (operation.op === 'call' && operation.on === name) {
      if (operation.name !== 'apply') return { ...seen, how: 'ask' };
      const event = this.#kept.eventFor(operation);
      return { ...seen, how: 'apply', ...(event && { event }) };
    }
    if (operation.args.some((argument) => 'kept' in argument && argument.kept === name))
      return { ...seen, how: 'hand', stored };
    const on = operation.op === 'call' ? ` on ${operation.on}` : '';
    const text = `${commandText(this.#aggregate.reference.commands, seen.command)}${on}`;
    return { ...seen, how: 'none', command: { kind: 'call', text } };
  }
}

function countOf(stored: ReadonlyMap<string, readonly unknown[]>): number {
  return [...stored.values()].reduce((sum, { length }) => sum + length, 0);
}
