import type { Disposable } from '../../base/disposable.ts';
import { missing } from '../../course/feedback/failure-messages.ts';
import type { CommandData } from '../../domain/aggregate.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Member, Operation, Outcome } from '../../learner/protocol.ts';
import type { Problem } from '../../pages/panel/state.ts';
import type { EventSeen, Failure } from '../../timeline/entry.ts';
import type { ReferenceFold } from '../../timeline/reference.ts';
import { sharedFields } from '../../timeline/sharing.ts';
import { type StateAt, type Stuck, unknownState } from '../../timeline/state-at.ts';
import type { OwnCode } from '../own-code.ts';
import type { PanelAggregate } from '../panel-aggregate.ts';
import { withId } from './identity.ts';
import {
  type Answer,
  ask,
  creationProblem,
  failureOf,
  isSlip,
  membersOf,
  nothingSeen,
  problemOf,
} from './learner-queries.ts';
import { eventsIn, stateOf } from './observed-events.ts';
import { fieldsOfMembers } from './observed-values.ts';
import { apply, create, give, read } from './operations.ts';

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

/** The learner's own aggregate, told the events of a stream one after the other. */
export class LearnerFold implements Disposable {
  readonly #session: LearnerSession;
  readonly #aggregate: PanelAggregate;
  readonly #id: string | undefined;
  readonly #states: StateAt[];
  readonly #reference: ReferenceFold;
  #stuck: Stuck | undefined;
  #chunk = firstChunk;
  #made = 0;

  private constructor(session: LearnerSession, aggregate: PanelAggregate, fresh: readonly Member[], id?: string) {
    this.#session = session;
    this.#aggregate = aggregate;
    this.#id = id;
    this.#reference = aggregate.reference.newFold();
    this.#states = [this.#stateIn(fresh)];
  }

  /** Every state is shown under `id`, whichever the object had by itself. */
  static async open({ aggregate, open }: OwnCode, id?: string): Promise<OpenedFold> {
    const { code } = aggregate.reference;
    const session = await open();
    const answer = await ask(session, [create(code, 'fold'), read('fold')]);
    const problem =
      answer.kind === 'problem' ? answer.problem : creationProblem(code, answer.outcomes[0], session.language);
    if (answer.kind === 'answered' && problem === undefined)
      return { kind: 'open', fold: new LearnerFold(session, aggregate, membersOf(answer.outcomes[1]), id) };
    session.dispose();
    return { kind: 'problem', problem: problem ?? nothingSeen(code) };
  }

  /** The states so far: one more than events told, the first before any. */
  get states(): readonly StateAt[] {
    return this.#states;
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
      const answer = await this.#ask(told.flatMap((event) => this.#telling(event)));
      if (answer.kind === 'problem') return answer.problem;
      const size = JSON.stringify(answer.outcomes.at(-1) ?? null).length;
      if (size > largestState) return this.#tooLarge(this.#states.length - 1 + some.length, size);
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

  /** Gives a command to a fresh one that was told `events`; nothing of it is kept here. */
  async command(events: readonly EventSeen[], command: CommandData): Promise<Commanded> {
    const name = `commanded${this.#made++}`;
    const { code, commands } = this.#aggregate.reference;
    const created = await ask(this.#session, [create(code, name)]);
    if (created.kind === 'problem') return created;
    for (let from = 0; from < events.length; from += blindChunk) {
      const some = events.slice(from, from + blindChunk);
      const applied = await ask(
        this.#session,
        some.map((event) => apply(code, event, name)),
      );
      if (applied.kind === 'problem') return applied;
    }
    const answer = await ask(this.#session, [read(name), give(commands, command, name), read(name)]);
    if (answer.kind === 'problem') return answer;
    const [before, called, now] = answer.outcomes.slice(-3);
    if (called?.kind === 'missing')
      return { kind: 'problem', problem: problemOf(missing(called.what, new Map(), this.#session.language).told) };
    if (called?.kind === 'threw')
      return { kind: 'refused', failure: failureOf(called.thrown), slip: isSlip(called.thrown) };
    const had = eventsIn(membersOf(before)).events.length;
    return { kind: 'recorded', events: eventsIn(membersOf(now)).events.slice(had) };
  }

  dispose(): void {
    this.#session.dispose();
  }

  #telling(event: EventSeen): readonly Operation[] {
    return [apply(this.#aggregate.reference.code, event, 'fold'), read('fold')];
  }

  #leaveOut(): void {
    this.#reference.append(undefined);
    this.#states.push(this.#latest);
  }

  #see(event: EventSeen, applied: Outcome | undefined, seen: Outcome | undefined): void {
    this.#reference.append(event);
    if (this.#stuck === undefined && applied !== undefined && applied.kind !== 'returned') {
      this.#stuck = { entry: this.#states.length - 1, failure: this.#whyNot(applied) };
    }
    const last = this.#latest;
    this.#states.push(
      this.#stuck === undefined ? this.#stateIn(membersOf(seen), last) : { ...last, stuck: this.#stuck },
    );
  }

  get #latest(): StateAt {
    return this.#states.at(-1) ?? unknownState;
  }

  #stateIn(members: readonly Member[], before?: StateAt): StateAt {
    const state = withId(stateOf(members), this.#id);
    const { picture, from } = this.#aggregate.pictures.seen(state, this.#reference.picture, before?.picture);
    const fields = fieldsOfMembers(state);
    return {
      fields: before === undefined ? fields : sharedFields(fields, before.fields),
      picture,
      pictureFrom: from,
    };
  }

  #whyNot(applied: Outcome): Failure {
    if (applied.kind === 'threw') return failureOf(applied.thrown);
    return { name: 'NoApply', message: `your ${this.#aggregate.reference.code.name} has no apply yet` };
  }

  #tooLarge(events: number, size: number): Problem {
    const { name } = this.#aggregate.reference.code;
    return {
      headline: `After ${events} events, the state of your ${name} takes ${Math.round(size / 1000)} KB.`,
      why: 'That is too much to look at after every event; the reference shows this stream instead.',
      location: null,
    };
  }
}

export type OpenedFold =
  | { readonly kind: 'open'; readonly fold: LearnerFold }
  | { readonly kind: 'problem'; readonly problem: Problem };
