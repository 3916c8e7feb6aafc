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
import { ask, creationProblem, failureOf, isSlip, membersOf, nothingSeen, problemOf } from './asking.ts';
import { methodCallOf } from './game-command.ts';
import { eventsIn, pictureOf, stateOf } from './observed-game.ts';
import { leavesOfMembers } from './observed-values.ts';
import { camelCased } from './stored-event.ts';

/** How many events are applied in one go, so that the editor is never held up by a long stream. */
const chunk = 40;
/** Longer streams are folded by the reference only: this many states of the learner's are kept. */
export const longestOwnFold = 2_000;

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
    for (let from = 0; from < events.length; from += chunk) {
      const some = events.slice(from, from + chunk);
      const told = this.#stuck === undefined ? some.filter((event) => event !== undefined) : [];
      const answer = await ask(this.#session, told.flatMap(telling));
      if (answer.kind === 'problem') return answer.problem;
      const outcomes = answer.outcomes.values();
      for (const event of some) {
        if (event === undefined) this.#leaveOut();
        else this.#see(event, outcomes.next().value, outcomes.next().value);
      }
    }
    return undefined;
  }

  /** Gives a command to a fresh `Game` that was told `events`; nothing of it is kept here. */
  async command(events: readonly EventSeen[], command: GameCommand): Promise<Commanded> {
    const name = `game${this.#games++}`;
    const { method, args } = methodCallOf(command);
    const answer = await ask(this.#session, [
      create(name),
      ...events.map((event): Operation => ({ op: 'call', on: name, name: 'apply', args: [eventArgument(event)] })),
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
    this.#moments.push(moment);
  }
}

export type OpenedFold =
  | { readonly kind: 'open'; readonly fold: LearnerFold }
  | { readonly kind: 'problem'; readonly problem: Problem };

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
  return [
    { op: 'call', on: 'fold', name: 'apply', args: [eventArgument(event)] },
    { op: 'read', on: 'fold' },
  ];
}

function create(as: string): Operation {
  return { op: 'create', as, module: 'domain/game', name: 'Game', args: [] };
}

/** The event in the learner's own shape: their class of that name, or a literal with a type. */
function eventArgument({ type, data }: EventSeen): Argument {
  return { event: { module: 'domain/events', type, data: camelCased(data) } };
}
