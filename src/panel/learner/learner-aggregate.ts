import type { Disposable } from '../../base/disposable.ts';
import { missing } from '../../course/feedback/failure-messages.ts';
import type { CommandData } from '../../domain/aggregate.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Member, Outcome } from '../../learner/protocol.ts';
import type { Problem } from '../../pages/panel/state.ts';
import type { FieldChange } from '../../timeline/diff.ts';
import type { Entry } from '../../timeline/entry.ts';
import type { StateAt } from '../../timeline/state-at.ts';
import type { OwnCode } from '../own-code.ts';
import type { PanelAggregate } from '../panel-aggregate.ts';
import { AggregateHistory, type Applied } from './aggregate-history.ts';
import { idIn } from './identity.ts';
import { ask, creationProblem, failureOf, isSlip, membersOf, nothingSeen, problemOf } from './learner-queries.ts';
import { eventsIn, type ObservedEvents } from './observed-events.ts';
import { applyKept, create, give, read } from './operations.ts';
import { liveAgainstRebuilt, replaying, sameState, withStarted } from './replaying.ts';

/** What became of a command, as far as it is no matter of the timeline. */
export type Performed =
  /** It ran; whatever it did is on the timeline. */
  | { readonly kind: 'ran' }
  /** The learner has not written that method yet: nothing was asked of their aggregate. */
  | { readonly kind: 'missing'; readonly problem: Problem }
  /** It never came back; the session is of no use any more. */
  | { readonly kind: 'stopped'; readonly problem: Problem };

export type OpenedAggregate =
  | { readonly kind: 'open'; readonly own: LearnerAggregate }
  | { readonly kind: 'problem'; readonly problem: Problem };

export type WhatIf =
  | { readonly kind: 'states'; readonly states: readonly StateAt[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * The learner's own aggregate, driven by commands. Beside the live one stands a second, fresh one
 * that is told nothing but the events, through the learner's own `apply`: it shows
 * what can be rebuilt, and whether that is what the live one really is.
 */
export class LearnerAggregate implements Disposable {
  /** What it is known by, from the first time it was made. */
  readonly id: string | undefined;
  readonly #session: LearnerSession;
  readonly #aggregate: PanelAggregate;
  readonly #methods: ReadonlySet<string>;
  readonly #fresh: readonly Member[];
  readonly #history: AggregateHistory;
  #live: readonly Member[];
  /** How many entries there were after each command. */
  readonly #ends: number[] = [];
  #whatIfs = 0;

  private constructor(
    session: LearnerSession,
    aggregate: PanelAggregate,
    { methods, fresh, id }: { methods: ReadonlySet<string>; fresh: readonly Member[]; id: string | undefined },
  ) {
    this.#session = session;
    this.#aggregate = aggregate;
    this.#methods = methods;
    this.#fresh = fresh;
    this.#live = fresh;
    this.id = id ?? idIn(fresh);
    this.#history = new AggregateHistory(aggregate, fresh, this.id);
  }

  /** Lets go of the session when there is no aggregate to be had. `id` is what it was known by before. */
  static async open({ aggregate, open }: OwnCode, id?: string): Promise<OpenedAggregate> {
    const { code, commands } = aggregate.reference;
    const names = [...commands.map(({ method }) => method), 'apply'];
    const session = await open();
    const answer = await ask(session, [
      create(code, 'live'),
      create(code, 'rebuilt'),
      read('live'),
      { op: 'read', on: 'live', names },
    ]);
    if (answer.kind === 'problem') return closed(session, answer.problem);
    const [created, , seen, probed] = answer.outcomes;
    const problem =
      creationProblem(code, created, session.language) ?? (seen?.kind === 'read' ? undefined : nothingSeen(code));
    if (problem !== undefined) return closed(session, problem);
    const methods = new Set(names.filter((name) => isMethod(probed, name)));
    return { kind: 'open', own: new LearnerAggregate(session, aggregate, { methods, fresh: membersOf(seen), id }) };
  }

  can(method: string): boolean {
    return this.#methods.has(method);
  }

  get entries(): readonly Entry[] {
    return this.#history.entries;
  }

  get states(): readonly StateAt[] {
    return this.#history.states;
  }

  /** How many of the commands given are over and done within the first `stop` entries. */
  commandsWithin(stop: number): number {
    return this.#ends.filter((end) => end <= stop).length;
  }

  /** How many entries there were after the first `count` commands. */
  endOf(count: number): number {
    return this.#ends[count - 1] ?? 0;
  }

  /** What if an entry had never happened: the states of a fresh one that is not told of it. */
  async without(entry: number): Promise<WhatIf> {
    const { entries } = this.#history;
    const told = entries.map(({ kind }, index) => kind === 'recorded' && index !== entry);
    const events = entries.flatMap(({ kind }, index) => (kind === 'recorded' ? [index] : []));
    const name = `whatIf${this.#whatIfs++}`;
    const answer = await ask(this.#session, [
      create(this.#aggregate.reference.code, name),
      ...events.flatMap((index, nth) => (told[index] === true ? [applyKept(`event${nth}`, name), read(name)] : [])),
    ]);
    if (answer.kind === 'problem') return answer;
    return { kind: 'states', states: this.#retold(entry, answer.outcomes.slice(1)) };
  }

  /** Where the live one differs from the one rebuilt from its events; undefined where nothing can be rebuilt. */
  get parity(): readonly FieldChange[] | undefined {
    if (!this.can('apply') || this.#history.stuck !== undefined) return undefined;
    return liveAgainstRebuilt(this.#live, this.#history.latest);
  }

  async perform(command: CommandData): Promise<Performed> {
    const { commands } = this.#aggregate.reference;
    const answer = await ask(this.#session, [give(commands, command, 'live'), read('live')]);
    if (answer.kind === 'problem') return { kind: 'stopped', problem: answer.problem };
    const [called, seen] = answer.outcomes;
    if (called?.kind === 'missing')
      return { kind: 'missing', problem: problemOf(missing(called.what, new Map(), this.#session.language).told) };
    const before = this.#live;
    this.#live = membersOf(seen);
    const performed = await this.#note(command, called, before);
    this.#ends.push(this.#history.entries.length);
    return performed;
  }

  dispose(): void {
    this.#session.dispose();
  }

  /** Puts on the timeline what a command did: the events it recorded, or that it recorded none. */
  async #note(data: CommandData, called: Outcome | undefined, before: readonly Member[]): Promise<Performed> {
    const command = { kind: 'command', command: data } as const;
    const seen = eventsIn(this.#live);
    const fresh = seen.events.slice(this.#history.events);
    const changedState = fresh.length === 0 && !sameState(before, this.#live);
    const thrown = called?.kind === 'threw' ? called.thrown : undefined;
    const performed = await this.#record(seen, thrown === undefined ? data : undefined);
    // Where nothing can be rebuilt, the live object is all there is to see.
    const state = this.can('apply') ? undefined : this.#live;
    if (thrown !== undefined) {
      const left = fresh.length > 0 ? 'recorded' : changedState ? 'changedState' : 'nothing';
      const failure = failureOf(thrown);
      this.#history.add({ kind: 'refused', command, failure, slip: isSlip(thrown), left }, state);
    } else if (fresh.length === 0) this.#history.add({ kind: 'silent', command, changedState }, state);
    return performed;
  }

  async #record(seen: ObservedEvents, command: CommandData | undefined): Promise<Performed> {
    const known = this.#history.events;
    const led = command === undefined ? undefined : ({ kind: 'command', command } as const);
    const recorded = { events: seen.events.slice(known), stored: seen.stored, command: led };
    if (recorded.events.length === 0) return { kind: 'ran' };
    if (!this.can('apply')) {
      this.#history.record(recorded, { kind: 'live', members: this.#live });
      return { kind: 'ran' };
    }
    const answer = await ask(this.#session, replaying({ of: 'live', onto: 'rebuilt', as: 'event' }, seen, known));
    if (answer.kind === 'answered') {
      this.#history.record(recorded, { kind: 'rebuilt', applied: appliedIn(answer.outcomes, this.#live) });
      return { kind: 'ran' };
    }
    const failure = { name: 'Stopped', message: answer.problem.headline };
    this.#history.record(recorded, { kind: 'rebuilt', applied: [{ kind: 'threw', failure }] });
    return { kind: 'stopped', problem: answer.problem };
  }

  /** The same entries once more, with what a fresh one showed that was told all events but one. */
  #retold(leftOut: number, outcomes: readonly Outcome[]): readonly StateAt[] {
    const history = new AggregateHistory(this.#aggregate, this.#fresh, this.id);
    const rest = outcomes.values();
    this.entries.forEach((entry, index) => {
      if (entry.kind !== 'recorded' || index === leftOut) {
        history.pass(entry);
        return;
      }
      const [called, seen] = [rest.next().value, rest.next().value];
      const applied: Applied =
        called?.kind === 'threw'
          ? { kind: 'threw', failure: failureOf(called.thrown) }
          : { kind: 'applied', members: membersOf(seen) };
      history.record({ events: [entry.event], stored: 0, command: undefined }, { kind: 'rebuilt', applied: [applied] });
    });
    return history.states;
  }
}

function closed(session: LearnerSession, problem: Problem): OpenedAggregate {
  session.dispose();
  return { kind: 'problem', problem };
}

function appliedIn(outcomes: readonly Outcome[], live: readonly Member[]): readonly Applied[] {
  return outcomes.flatMap((called, index): readonly Applied[] => {
    if (index % 3 !== 1) return [];
    if (called.kind === 'threw') return [{ kind: 'threw', failure: failureOf(called.thrown) }];
    return [{ kind: 'applied', members: withStarted(membersOf(outcomes[index + 1]), live) }];
  });
}

/** A method reads as a function. */
function isMethod(outcome: Outcome | undefined, method: string): boolean {
  return membersOf(outcome).some(({ asked, value }) => asked === method && value.kind === 'function');
}
