import type { Disposable } from '../../base/disposable.ts';
import { missing } from '../../course/mishaps.ts';
import type { GameCommand } from '../../domain/commands.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Member, Operation, Outcome } from '../../learner/protocol.ts';
import type { Problem } from '../../panel/contract.ts';
import type { FieldChange } from '../../timeline/diff.ts';
import type { Entry } from '../../timeline/entry.ts';
import type { Moment } from '../../timeline/moment.ts';
import { ask, creationProblem, failureOf, isSlip, membersOf, nothingSeen, problemOf } from './asking.ts';
import { methodCallOf } from './game-command.ts';
import { type Applied, GameHistory } from './game-history.ts';
import { type EventsSeen, eventsIn } from './observed-game.ts';
import { liveAgainstRebuilt, replaying, sameState, withStarted } from './replaying.ts';

/** What became of a command, as far as it is no matter of the timeline. */
export type Performed =
  /** It ran; whatever it did is on the timeline. */
  | { readonly kind: 'ran' }
  /** The learner has not written that method yet: nothing was asked of their `Game`. */
  | { readonly kind: 'missing'; readonly problem: Problem }
  /** It never came back; the session is of no use any more. */
  | { readonly kind: 'stopped'; readonly problem: Problem };

export type OpenedGame =
  | { readonly kind: 'open'; readonly game: LearnerGame }
  | { readonly kind: 'problem'; readonly problem: Problem };

export type WhatIf =
  | { readonly kind: 'moments'; readonly moments: readonly Moment[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

const methods = ['startGame', 'makeMove', 'apply'] as const;
export type Method = (typeof methods)[number];

const game = { module: 'domain/game', name: 'Game', args: [] } as const;
const opening: readonly Operation[] = [
  { op: 'create', as: 'game', ...game },
  { op: 'create', as: 'replay', ...game },
  { op: 'read', on: 'game' },
  { op: 'read', on: 'game', names: methods },
];

/**
 * The learner's own `Game`, driven by commands. Beside the game itself stands a second, fresh one
 * (`replay`) that is told nothing but the events, through the learner's own `apply`: it shows
 * what can be rebuilt, and whether that is what the game really is.
 */
export class LearnerGame implements Disposable {
  readonly #session: LearnerSession;
  readonly #methods: ReadonlySet<Method>;
  readonly #history: GameHistory;
  #live: readonly Member[];
  /** How many entries there were after each command. */
  readonly #ends: number[] = [];
  #whatIfs = 0;

  private constructor(session: LearnerSession, known: readonly Method[], fresh: readonly Member[]) {
    this.#session = session;
    this.#methods = new Set(known);
    this.#live = fresh;
    this.#history = new GameHistory(fresh);
  }

  /** Takes the session over, and lets go of it when there is no `Game` to be had. */
  static async open(session: LearnerSession): Promise<OpenedGame> {
    const answer = await ask(session, opening);
    const problem = answer.kind === 'problem' ? answer.problem : openingProblem(answer.outcomes);
    if (problem !== undefined || answer.kind === 'problem') {
      session.dispose();
      return { kind: 'problem', problem: problem ?? nothingSeen };
    }
    const [, , read, probed] = answer.outcomes;
    const known = methods.filter((method) => isMethod(probed, method));
    return { kind: 'open', game: new LearnerGame(session, known, membersOf(read)) };
  }

  can(method: Method): boolean {
    return this.#methods.has(method);
  }

  get entries(): readonly Entry[] {
    return this.#history.entries;
  }

  get moments(): readonly Moment[] {
    return this.#history.moments;
  }

  /** How many of the commands given are over and done within the first `stop` entries. */
  commandsWithin(stop: number): number {
    return this.#ends.filter((end) => end <= stop).length;
  }

  /** How many entries there were after the first `count` commands. */
  endOf(count: number): number {
    return this.#ends[count - 1] ?? 0;
  }

  /** What if an entry had never happened: the states of a fresh game that is not told of it. */
  async without(entry: number): Promise<WhatIf> {
    const { entries } = this.#history;
    const told = entries.map(({ kind }, index) => kind === 'recorded' && index !== entry);
    const events = entries.flatMap(({ kind }, index) => (kind === 'recorded' ? [index] : []));
    const name = `whatIf${this.#whatIfs++}`;
    const answer = await ask(this.#session, [
      { op: 'create', as: name, ...game },
      { op: 'read', on: name },
      ...events.flatMap((index, nth) => (told[index] === true ? applyingKept(name, nth) : [])),
    ]);
    if (answer.kind === 'problem') return answer;
    const [, fresh, ...outcomes] = answer.outcomes;
    return { kind: 'moments', moments: retold(entries, membersOf(fresh), entry, outcomes) };
  }

  /** Where the live game differs from the one rebuilt from its events; undefined where nothing can be rebuilt. */
  get parity(): readonly FieldChange[] | undefined {
    if (!this.can('apply') || this.#history.stuck !== undefined) return undefined;
    return liveAgainstRebuilt(this.#live, this.#history.latest);
  }

  async perform(command: GameCommand): Promise<Performed> {
    const { method, args } = methodCallOf(command);
    const answer = await ask(this.#session, [
      { op: 'call', on: 'game', name: method, args: args.map((value) => ({ value })) },
      { op: 'read', on: 'game' },
    ]);
    if (answer.kind === 'problem') return { kind: 'stopped', problem: answer.problem };
    const [called, read] = answer.outcomes;
    if (called?.kind === 'missing')
      return { kind: 'missing', problem: problemOf(missing(called.what, new Map()).told) };
    const before = this.#live;
    this.#live = membersOf(read);
    const performed = await this.#note(command, called, before);
    this.#ends.push(this.#history.entries.length);
    return performed;
  }

  dispose(): void {
    this.#session.dispose();
  }

  /** Puts on the timeline what a command did: the events it recorded, or that it recorded none. */
  async #note(command: GameCommand, called: Outcome | undefined, before: readonly Member[]): Promise<Performed> {
    const seen = eventsIn(this.#live);
    const fresh = seen.events.slice(this.#history.events);
    const changedState = fresh.length === 0 && !sameState(before, this.#live);
    const thrown = called?.kind === 'threw' ? called.thrown : undefined;
    const performed = await this.#record(seen, thrown === undefined ? command : undefined);
    // Where nothing can be rebuilt, the live object is all there is to see.
    const state = this.can('apply') ? undefined : this.#live;
    if (thrown !== undefined) {
      const left = fresh.length > 0 ? 'recorded' : changedState ? 'changedState' : 'nothing';
      const failure = failureOf(thrown);
      this.#history.add({ kind: 'refused', command, failure, slip: isSlip(thrown), left }, state);
    } else if (fresh.length === 0) this.#history.add({ kind: 'silent', command, changedState }, state);
    return performed;
  }

  async #record(seen: EventsSeen, command: GameCommand | undefined): Promise<Performed> {
    const known = this.#history.events;
    const recorded = { events: seen.events.slice(known), stored: seen.stored, command };
    if (recorded.events.length === 0) return { kind: 'ran' };
    if (!this.can('apply')) {
      this.#history.record(recorded, { kind: 'live', members: this.#live });
      return { kind: 'ran' };
    }
    const answer = await ask(this.#session, replaying({ of: 'game', onto: 'replay', as: 'event' }, seen, known));
    if (answer.kind === 'answered') {
      this.#history.record(recorded, { kind: 'rebuilt', applied: appliedIn(answer.outcomes, this.#live) });
      return { kind: 'ran' };
    }
    const failure = { name: 'Stopped', message: answer.problem.headline };
    this.#history.record(recorded, { kind: 'rebuilt', applied: [{ kind: 'threw', failure }] });
    return { kind: 'stopped', problem: answer.problem };
  }
}

function applyingKept(on: string, event: number): readonly Operation[] {
  return [
    { op: 'call', on, name: 'apply', args: [{ kept: `event${event}` }] },
    { op: 'read', on },
  ];
}

/** The same entries once more, with what a game showed that was told all events but one. */
function retold(entries: readonly Entry[], fresh: readonly Member[], leftOut: number, outcomes: readonly Outcome[]) {
  const history = new GameHistory(fresh);
  const rest = outcomes.values();
  entries.forEach((entry, index) => {
    if (entry.kind !== 'recorded' || index === leftOut) {
      history.pass(entry);
      return;
    }
    const [called, read] = [rest.next().value, rest.next().value];
    const applied: Applied =
      called?.kind === 'threw'
        ? { kind: 'threw', failure: failureOf(called.thrown) }
        : { kind: 'applied', members: membersOf(read) };
    history.record({ events: [entry.event], stored: 0, command: undefined }, { kind: 'rebuilt', applied: [applied] });
  });
  return history.moments;
}

function appliedIn(outcomes: readonly Outcome[], live: readonly Member[]): readonly Applied[] {
  return outcomes.flatMap((called, index): readonly Applied[] => {
    if (index % 3 !== 1) return [];
    if (called.kind === 'threw') return [{ kind: 'threw', failure: failureOf(called.thrown) }];
    return [{ kind: 'applied', members: withStarted(membersOf(outcomes[index + 1]), live) }];
  });
}

function openingProblem([created, , read]: readonly Outcome[]): Problem | undefined {
  return creationProblem(created) ?? (read?.kind === 'read' ? undefined : nothingSeen);
}

/** A method reads as a function. */
function isMethod(outcome: Outcome | undefined, method: Method): boolean {
  return membersOf(outcome).some(({ asked, value }) => asked === method && value.kind === 'function');
}
