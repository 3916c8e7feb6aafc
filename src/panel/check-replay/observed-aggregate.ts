import { missing } from '../../course/feedback/failure-messages.ts';
import type { Language } from '../../learner/language.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Member, Outcome } from '../../learner/protocol.ts';
import type { CommandSeen, Entry, EventSeen, RefusedEntry } from '../../timeline/entry.ts';
import { AggregateHistory, type Applied, type SeenAfterwards } from '../learner/aggregate-history.ts';
import { idIn, withId } from '../learner/identity.ts';
import { ask, failureOf, isSlip, membersOf, problemOf } from '../learner/learner-queries.ts';
import { eventsIn, stateOf } from '../learner/observed-events.ts';
import { fieldsOfMembers } from '../learner/observed-values.ts';
import { create } from '../learner/operations.ts';
import { liveAgainstRebuilt, replaying, sameState, withStarted } from '../learner/replaying.ts';
import type { PanelAggregate } from '../panel-aggregate.ts';
import type { Parity } from '../panel-source.ts';
import type { GivenCommand, History } from './history.ts';

/** A call as it was seen to go: on an aggregate, or on something else while that aggregate was there. */
export interface ObservedCall {
  readonly command: CommandSeen;
  readonly outcome: Outcome;
  /** What the aggregate was when it was over. */
  readonly now: readonly Member[];
  /**
   * - `ask`: of the aggregate itself;
   * - `apply`: an event was told to it;
   * - `hand`: it was handed to a call, which may have stored it;
   * - `bring`: a call brought it back;
   * - `none`: none of its business, or so one should think.
   */
  readonly how: 'ask' | 'apply' | 'hand' | 'bring' | 'none';
  readonly event?: EventSeen;
  readonly stored?: number;
}

/** What one aggregate of a scenario went through, as it was seen. */
export class ObservedAggregate {
  readonly #aggregate: PanelAggregate;
  readonly #name: string;
  readonly #calls: ObservedCall[] = [];
  readonly #fresh: readonly Member[];
  #live: readonly Member[];

  constructor(aggregate: PanelAggregate, name: string, fresh: readonly Member[]) {
    this.#aggregate = aggregate;
    this.#name = name;
    this.#fresh = fresh;
    this.#live = fresh;
  }

  add(call: ObservedCall): void {
    this.#calls.push(call);
    this.#live = call.now;
  }

  /** The session is asked for what nobody saw: the states between two events of one command. */
  async told(session: LearnerSession): Promise<History> {
    const rebuilt = await this.#rebuilt(session);
    const writer = new HistoryWriter(
      new AggregateHistory(this.#aggregate, this.#fresh, undefined),
      this.#fresh,
      rebuilt,
      session.language,
    );
    for (const call of this.#calls) writer.add(call);
    const { history, commands } = writer;
    const { stored } = eventsIn(this.#live);
    return {
      id: `${this.#aggregate.reference.category}/${this.#name}`,
      of: 'aggregate',
      name: this.#name,
      aggregateId: idIn(this.#live),
      entries: history.entries.map((entry) => inItsLane(entry, stored)),
      states: history.states,
      parity: parityOf(this.#live, rebuilt),
      commands: this.#calls.some(({ how }) => how === 'apply' || how === 'bring') ? undefined : commands,
    };
  }

  /** A fresh one after each event of this one; undefined where it could not be told them all. */
  async #rebuilt(session: LearnerSession): Promise<readonly Applied[] | undefined> {
    const seen = eventsIn(this.#live);
    if (seen.events.length === 0) return undefined;
    const onto = `rebuilt/${this.#name}`;
    const replay = replaying({ of: this.#name, onto, as: `${onto}/` }, seen, 0);
    const answer = await ask(session, [create(this.#aggregate.reference.code, onto), ...replay]);
    if (answer.kind === 'problem') return undefined;
    const outcomes = answer.outcomes.slice(1);
    if (outcomes.some(({ kind }) => kind === 'threw' || kind === 'missing')) return undefined;
    return seen.events.map((_, nth) => {
      const members = withStarted(membersOf(outcomes[nth * 3 + 2]), this.#live);
      return { kind: 'applied', members: withId(members, idIn(this.#live)) };
    });
  }
}

class HistoryWriter {
  readonly history: AggregateHistory;
  readonly commands: GivenCommand[] = [];
  readonly #rebuilt: readonly Applied[] | undefined;
  readonly #language: Language;
  #live: readonly Member[];
  #recorded = 0;

  constructor(
    history: AggregateHistory,
    fresh: readonly Member[],
    rebuilt: readonly Applied[] | undefined,
    language: Language,
  ) {
    this.#language = language;
    this.history = history;
    this.#rebuilt = rebuilt;
    this.#live = fresh;
  }

  add({ command, outcome, now, how, event, stored }: ObservedCall): void {
    const changedState = how !== 'bring' && !sameState(this.#live, now);
    const { events, stored: historical } = eventsIn(now);
    const fresh = events.slice(this.#recorded);
    const seen = this.#seenAfter(fresh.length, now);
    this.#live = now;
    this.#recorded = Math.max(this.#recorded, events.length);
    if (how === 'none' && fresh.length === 0 && !changedState) return;
    const failure = failureIn(outcome, this.#language);
    const applied = failure === undefined ? event : undefined;
    const live: SeenAfterwards = { kind: 'live', members: now };
    if (applied !== undefined) this.history.record({ events: [applied], stored: 0, command, lane: 'applied' }, live);
    const led = failure === undefined && applied === undefined ? command : undefined;
    if (fresh.length > 0) this.history.record({ events: fresh, stored: historical, command: led }, seen);
    if (failure !== undefined) {
      const left = fresh.length > 0 ? 'recorded' : changedState ? 'changedState' : 'nothing';
      this.history.add({ kind: 'refused', command, left, ...failure }, now);
    } else if (applied === undefined && fresh.length === 0) {
      const count = stored === undefined ? {} : { stored };
      this.history.add({ kind: 'silent', command, changedState, ...count }, now);
    }
    if (how === 'ask' && command.kind === 'command' && outcome.kind !== 'missing')
      this.commands.push({ command: command.command, end: this.history.entries.length });
  }

  /** After the last event of a command the aggregate itself was seen; before it only a rebuilt one can be. */
  #seenAfter(events: number, now: readonly Member[]): SeenAfterwards {
    const between = this.#rebuilt?.slice(this.#recorded, this.#recorded + events - 1) ?? [];
    if (events < 2 || between.length < events - 1) return { kind: 'live', members: now };
    return { kind: 'rebuilt', applied: [...between, { kind: 'applied', members: now }] };
  }
}

/** Why what was asked was not done: it was refused, or there is nothing yet that could do it. */
export function failureIn(outcome: Outcome, language: Language): Pick<RefusedEntry, 'failure' | 'slip'> | undefined {
  if (outcome.kind === 'threw') return { failure: failureOf(outcome.thrown), slip: isSlip(outcome.thrown) };
  if (outcome.kind !== 'missing') return undefined;
  const { headline } = problemOf(missing(outcome.what, new Map(), language).told);
  return { failure: { name: 'Not there yet', message: headline }, slip: false };
}

function inItsLane(entry: Entry, stored: number): Entry {
  if (entry.kind !== 'recorded' || entry.lane === 'applied') return entry;
  return { ...entry, lane: entry.revision < stored ? 'historical' : 'uncommitted' };
}

function parityOf(live: readonly Member[], rebuilt: readonly Applied[] | undefined): Parity {
  const last = rebuilt?.at(-1);
  if (last?.kind === 'applied') {
    return { kind: 'known', differing: liveAgainstRebuilt(live, fieldsOfMembers(stateOf(last.members))) };
  }
  return { kind: 'unknown', why: 'Rebuilding the state from its events takes events, and an apply that works.' };
}
