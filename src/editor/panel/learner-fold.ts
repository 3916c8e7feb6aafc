import type { Disposable } from '../../base/disposable.ts';
import { missing } from '../../course/mishaps.ts';
import type { GameCommand } from '../../domain/commands.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Argument, Operation, Outcome } from '../../learner/protocol.ts';
import type { Problem } from '../../panel/contract.ts';
import type { EventSeen, Failure } from '../../timeline/entry.ts';
import { FoldedStream } from '../../timeline/fold.ts';
import { gameEventOf } from '../../timeline/game-event.ts';
import { type Moment, nothingYet, type Stuck } from '../../timeline/moment.ts';
import { referenceFolder, referenceMoment } from '../../timeline/reference.ts';
import { sharing } from '../../timeline/sharing.ts';
import { type Answer, ask, creationProblem, failureOf, isSlip, membersOf, nothingSeen, problemOf } from './asking.ts';
import { methodCallOf } from './game-command.ts';
import { eventsIn, pictureOf, stateOf } from './observed-game.ts';
import { leavesOfMembers } from './observed-values.ts';
import { camelCased } from './stored-event.ts';

/** How many events are applied in one go at first and at most, so that the editor is never held up by a long stream. */
const [firstChunk, largestChunk] = [5, 40];
/** Characters of all that is seen in one go: a state that grows with each event is read in smaller bites. */
const mouthful = 150_000;
/** A state that has grown beyond this cannot be read after each event of a long stream. */
const largestState = 60_000;
/** Events in one go where nothing is looked at in between. */
const blindChunk = 200;

export type Commanded =
  | { readonly kind: 'recorded'; readonly events: readonly EventSeen[] }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly slip: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The learner's own `Game`, told the events of a stream one after the other. */
export class LearnerFold implements Disposable {
  readonly #session: LearnerSession;
  readonly #moments: Moment[];
  readonly #reference = new FoldedStream(referenceFolder);
  #stuck: Stuck | undefined;
  #chunk = firstChunk;
  #games = 0;

  private constructor(session: LearnerSession, fresh: Moment) {
    this.#session = session;
    this.#moments = [fresh];
  }

  /** Takes the session over, and lets go of it when there is no `Game` to be had. */
  static async open(session: LearnerSession): Promise<OpenedFold> {
    const answer = await ask(session, [create('fold'), { op: 'read', on: 'fold' }]);
    const problem = answer.kind === 'problem' ? answer.problem : creationProblem(answer.outcomes[0]);
    if (answer.kind === 'answered' && problem === undefined) {
      const fresh = momentOf(answer.outcomes[1], referenceMoment(referenceFolder.initial));
      return { kind: 'open', fold: new LearnerFold(session, fresh) };
    }
    session.dispose();
    return { kind: 'problem', problem: problem ?? nothingSeen };
  }

  /** The states so far: one more than events told, the first before any. */
  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /**
   * Tells the next events; `undefined` stands for one that is left out. What is in the way of
   * telling them is a problem; an `apply` that throws is a state of affairs.
   */
  async tell(events: readonly (EventSeen | undefined)[]): Promise<Problem | undefined> {
    for (let from = 0, next = 0; from < events.length; from = next) {
      next = from + (this.#stuck === undefined ? this.#chunk : events.length);
      const some = events.slice(from, next);
      const told = this.#stuck === undefined ? some.filter((event) => event !== undefined) : [];
      const answer = await this.#ask(told.flatMap(telling));
      if (answer.kind === 'problem') return answer.problem;
      const size = JSON.stringify(answer.outcomes.at(-1) ?? null).length;
      if (size > largestState) return tooLarge(this.#moments.length - 1 + some.length, size);
      this.#chunk = Math.max(1, Math.min(largestChunk, 2 * this.#chunk, Math.floor(mouthful / size)));
      const outcomes = answer.outcomes.values();
      for (const event of some) {
        if (event === undefined) this.#leaveOut();
        else this.#see(event, outcomes.next().value, outcomes.next().value);
      }
    }
    return undefined;
  }

  async #ask(operations: readonly Operation[]): Promise<Answer> {
    return operations.length === 0 ? { kind: 'answered', outcomes: [] } : ask(this.#session, operations);
  }

  /** Gives a command to a fresh `Game` that was told `events`; nothing of it is kept here. */
  async command(events: readonly EventSeen[], command: GameCommand): Promise<Commanded> {
    const name = `game${this.#games++}`;
    const { method, args } = methodCallOf(command);
    const created = await ask(this.#session, [create(name)]);
    if (created.kind === 'problem') return created;
    for (let from = 0; from < events.length; from += blindChunk) {
      const applied = await ask(this.#session, events.slice(from, from + blindChunk).map(applying(name)));
      if (applied.kind === 'problem') return applied;
    }
    const answer = await ask(this.#session, [
      { op: 'read', on: name },
      { op: 'call', on: name, name: method, args: args.map((value) => ({ value })) },
      { op: 'read', on: name },
    ]);
    if (answer.kind === 'problem') return answer;
    const [before, called, now] = answer.outcomes.slice(-3);
    if (called?.kind === 'missing')
      return { kind: 'problem', problem: problemOf(missing(called.what, new Map()).told) };
    if (called?.kind === 'threw')
      return { kind: 'refused', failure: failureOf(called.thrown), slip: isSlip(called.thrown) };
    const had = eventsIn(membersOf(before)).events.length;
    return { kind: 'recorded', events: eventsIn(membersOf(now)).events.slice(had) };
  }

  dispose(): void {
    this.#session.dispose();
  }

  #leaveOut(): void {
    this.#reference.append(undefined);
    this.#moments.push(this.#moments.at(-1) ?? nothingYet);
  }

  #see(event: EventSeen, applied: Outcome | undefined, read: Outcome | undefined): void {
    this.#reference.append(gameEventOf(event));
    const entry = this.#moments.length - 1;
    if (this.#stuck === undefined && applied !== undefined && applied.kind !== 'returned') {
      this.#stuck = { entry, failure: whyNot(applied) };
    }
    const last = this.#moments.at(-1);
    const moment =
      this.#stuck === undefined || last === undefined
        ? momentOf(read, referenceMoment(this.#reference.after(this.#reference.length).state))
        : { ...last, stuck: this.#stuck };
    this.#moments.push(last === undefined ? moment : sharing(moment, last));
  }
}

export type OpenedFold =
  | { readonly kind: 'open'; readonly fold: LearnerFold }
  | { readonly kind: 'problem'; readonly problem: Problem };

function tooLarge(events: number, size: number): Problem {
  return {
    headline: `After ${events} events, the state of your Game takes ${Math.round(size / 1000)} KB.`,
    why: 'That is too much to look at after every event; the reference shows this stream instead.',
    place: null,
  };
}

function whyNot(applied: Outcome): Failure {
  if (applied.kind === 'threw') return failureOf(applied.thrown);
  return { name: 'NoApply', message: 'your Game has no apply yet' };
}

function momentOf(read: Outcome | undefined, reference: Moment): Moment {
  const state = stateOf(membersOf(read));
  const game = pictureOf(state, reference.game);
  return { leaves: leavesOfMembers(state), game, boardFrom: game.board === reference.game.board ? 'events' : 'state' };
}

function telling(event: EventSeen): readonly Operation[] {
  return [applying('fold')(event), { op: 'read', on: 'fold' }];
}

function applying(on: string): (event: EventSeen) => Operation {
  return (event) => ({ op: 'call', on, name: 'apply', args: [eventArgument(event)] });
}

function create(as: string): Operation {
  return { op: 'create', as, module: 'domain/game', name: 'Game', args: [] };
}

/** The event in the learner's own shape: their class of that name, or a literal with a type. */
function eventArgument({ type, data }: EventSeen): Argument {
  return { event: { module: 'domain/events', type, data: camelCased(data) } };
}
