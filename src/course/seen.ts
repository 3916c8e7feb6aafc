import type { Member, Observed, Outcome, Thrown } from '../learner/protocol.ts';
import type { Stored } from './check-store.ts';
import { itemsOf, memberNamed, writtenOut } from './observed.ts';
import { type SeenEvent, toSeenEvent } from './seen-event.ts';

/** What the operations under each label came to, in their order. */
export type Outcomes = ReadonlyMap<string, readonly Outcome[]>;

/** What a judge may look at: the outcome of each operation by its label, and the text for pointing at lines. */
export class Seen<Label extends string = string> {
  readonly files: ReadonlyMap<string, string>;
  /** What the event store held after the run, read by the parent. Empty where the exercise needs none. */
  readonly stored: Stored;
  readonly #outcomes: Outcomes;

  constructor(outcomes: Outcomes, files: ReadonlyMap<string, string>, stored: Stored = new Map()) {
    this.#outcomes = outcomes;
    this.files = files;
    this.stored = stored;
  }

  /** The last one, where several operations share the label. */
  outcome(label: Label): Outcome {
    const outcome = this.outcomes(label).at(-1);
    if (outcome === undefined) throw new Error(`The scenario has no operation “${label}”.`);
    return outcome;
  }

  outcomes(label: Label): readonly Outcome[] {
    return this.#outcomes.get(label) ?? [];
  }

  /** The members that a read showed. */
  members(label: Label): readonly Member[] {
    const outcome = this.outcome(label);
    return outcome.kind === 'read' ? outcome.members : [];
  }

  member(label: Label, name: string): Observed | undefined {
    return memberNamed(this.members(label), name);
  }

  /** The events that a read showed, undefined when `events` is no list. */
  events(label: Label, name = 'events'): readonly SeenEvent[] | undefined {
    const list = this.member(label, name);
    return list && itemsOf(writtenOut(list))?.map(toSeenEvent);
  }

  /** The first thing thrown under a label, and the place of what threw it among its operations, from 0. */
  firstThrown(label: Label): { readonly index: number; readonly thrown: Thrown } | undefined {
    for (const [index, outcome] of this.outcomes(label).entries()) {
      if (outcome.kind === 'threw') return { index, thrown: outcome.thrown };
    }
    return undefined;
  }

  thrown(label: Label): Thrown | undefined {
    return this.firstThrown(label)?.thrown;
  }

  /** Whether the operation found nothing to work on: a method that is not written yet. */
  isMissing(label: Label): boolean {
    return this.outcome(label).kind === 'missing';
  }
}
