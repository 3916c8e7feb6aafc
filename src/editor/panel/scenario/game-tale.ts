import { missing } from '../../../course/mishaps.ts';
import type { LearnerSession } from '../../../learner/learner-code.ts';
import type { Member, Operation, Outcome } from '../../../learner/protocol.ts';
import type { CommandSeen, Entry, EventSeen, RefusedEntry } from '../../../timeline/entry.ts';
import { ask, failureOf, isSlip, membersOf, problemOf } from '../asking.ts';
import { type Applied, GameHistory, type Shown } from '../game-history.ts';
import { eventsIn, stateOf } from '../observed-game.ts';
import { leavesOfMembers } from '../observed-values.ts';
import type { Parity } from '../panel-source.ts';
import { liveAgainstRebuilt, replaying, sameState, withStarted } from '../replaying.ts';
import type { GivenCommand, Tale } from './tale.ts';

/** Something that was asked of a game, or of others while the game was there. */
export interface Deed {
  readonly command: CommandSeen;
  readonly outcome: Outcome;
  /** What the game was when it was over. */
  readonly now: readonly Member[];
  /**
   * - `ask`: of the game itself;
   * - `apply`: an event was told to it;
   * - `hand`: it was handed to a call, which may have stored it;
   * - `bring`: a call brought it back;
   * - `none`: none of its business, or so one should think.
   */
  readonly how: 'ask' | 'apply' | 'hand' | 'bring' | 'none';
  readonly event?: EventSeen;
  readonly stored?: number;
}

/** What one game of a scenario went through, as it was seen. */
export class GameTale {
  readonly #name: string;
  readonly #deeds: Deed[] = [];
  readonly #fresh: readonly Member[];
  #live: readonly Member[];

  constructor(name: string, fresh: readonly Member[]) {
    this.#name = name;
    this.#fresh = fresh;
    this.#live = fresh;
  }

  add(deed: Deed): void {
    this.#deeds.push(deed);
    this.#live = deed.now;
  }

  /** The session is asked for what nobody saw: the states between two events of one command. */
  async told(session: LearnerSession): Promise<Tale> {
    const rebuilt = await this.#rebuilt(session);
    const teller = new Teller(this.#fresh, rebuilt);
    for (const deed of this.#deeds) teller.tell(deed);
    const { history, commands } = teller;
    const { stored } = eventsIn(this.#live);
    return {
      id: `game/${this.#name}`,
      of: 'game',
      name: this.#name,
      entries: history.entries.map((entry) => inItsLane(entry, stored)),
      moments: history.moments,
      parity: parityOf(this.#live, rebuilt),
      commands: this.#deeds.some(({ how }) => how === 'apply' || how === 'bring') ? undefined : commands,
    };
  }

  /** A fresh game after each event of this one; undefined where it could not be told them all. */
  async #rebuilt(session: LearnerSession): Promise<readonly Applied[] | undefined> {
    const seen = eventsIn(this.#live);
    if (seen.events.length === 0) return undefined;
    const onto = `rebuilt/${this.#name}`;
    const create: Operation = { op: 'create', as: onto, module: 'domain/game', name: 'Game', args: [] };
    const replay = replaying({ of: this.#name, onto, as: `${onto}/` }, seen, 0);
    const answer = await ask(session, [create, ...replay]);
    if (answer.kind === 'problem') return undefined;
    const outcomes = answer.outcomes.slice(1);
    if (outcomes.some(({ kind }) => kind === 'threw' || kind === 'missing')) return undefined;
    return seen.events.map((_, nth) => {
      const members = withStarted(membersOf(outcomes[nth * 3 + 2]), this.#live);
      return { kind: 'applied', members: withIdOf(this.#live, members) };
    });
  }
}

class Teller {
  readonly history: GameHistory;
  readonly commands: GivenCommand[] = [];
  readonly #rebuilt: readonly Applied[] | undefined;
  #live: readonly Member[];
  #recorded = 0;

  constructor(fresh: readonly Member[], rebuilt: readonly Applied[] | undefined) {
    this.history = new GameHistory(fresh);
    this.#rebuilt = rebuilt;
    this.#live = fresh;
  }

  tell({ command, outcome, now, how, event, stored }: Deed): void {
    const changedState = how !== 'bring' && !sameState(this.#live, now);
    const { events, stored: historical } = eventsIn(now);
    const fresh = events.slice(this.#recorded);
    const shown = this.#shown(fresh.length, now);
    this.#live = now;
    this.#recorded = Math.max(this.#recorded, events.length);
    if (how === 'none' && fresh.length === 0 && !changedState) return;
    const failure = failureIn(outcome);
    const applied = failure === undefined ? event : undefined;
    const live: Shown = { kind: 'live', members: now };
    if (applied !== undefined) this.history.record({ events: [applied], stored: 0, command, lane: 'applied' }, live);
    const led = failure === undefined && applied === undefined ? command : undefined;
    if (fresh.length > 0) this.history.record({ events: fresh, stored: historical, command: led }, shown);
    if (failure !== undefined) {
      const left = fresh.length > 0 ? 'recorded' : changedState ? 'changedState' : 'nothing';
      this.history.add({ kind: 'refused', command, left, ...failure }, now);
    } else if (applied === undefined && fresh.length === 0) {
      const count = stored === undefined ? {} : { stored };
      this.history.add({ kind: 'silent', command, changedState, ...count }, now);
    }
    if (how === 'ask' && command.type !== 'Call' && outcome.kind !== 'missing')
      this.commands.push({ command, end: this.history.entries.length });
  }

  /** After the last event of a command the game itself was seen; before it only a rebuilt one can be. */
  #shown(events: number, now: readonly Member[]): Shown {
    const between = this.#rebuilt?.slice(this.#recorded, this.#recorded + events - 1) ?? [];
    if (events < 2 || between.length < events - 1) return { kind: 'live', members: now };
    return { kind: 'rebuilt', applied: [...between, { kind: 'applied', members: now }] };
  }
}

/** Why what was asked was not done: it was refused, or there is nothing yet that could do it. */
export function failureIn(outcome: Outcome): Pick<RefusedEntry, 'failure' | 'slip'> | undefined {
  if (outcome.kind === 'threw') return { failure: failureOf(outcome.thrown), slip: isSlip(outcome.thrown) };
  if (outcome.kind !== 'missing') return undefined;
  const { headline } = problemOf(missing(outcome.what, new Map()).told);
  return { failure: { name: 'Not there yet', message: headline }, slip: false };
}

/** It stands for the game, whose id it would have had. */
function withIdOf(live: readonly Member[], members: readonly Member[]): readonly Member[] {
  const id = live.find(({ name }) => name === 'id');
  return id === undefined ? members : members.map((member) => (member.name === 'id' ? id : member));
}

function inItsLane(entry: Entry, stored: number): Entry {
  if (entry.kind !== 'recorded' || entry.lane === 'applied') return entry;
  return { ...entry, lane: entry.revision < stored ? 'historical' : 'uncommitted' };
}

function parityOf(live: readonly Member[], rebuilt: readonly Applied[] | undefined): Parity {
  const last = rebuilt?.at(-1);
  if (last?.kind === 'applied') {
    return { kind: 'known', differing: liveAgainstRebuilt(live, leavesOfMembers(stateOf(last.members))) };
  }
  return { kind: 'unknown', why: 'Rebuilding the state from its events takes events, and an apply that works.' };
}
