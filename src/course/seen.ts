import type { Member, Observed, Outcome, Thrown } from '../learner/protocol.ts';
import { itemsOf, memberNamed } from './observed.ts';
import { type SeenEvent, toSeenEvent } from './seen-event.ts';

/** What a judge may look at: the outcome of each operation by its label, and the text for pointing at lines. */
export class Seen<Label extends string = string> {
  readonly files: ReadonlyMap<string, string>;
  readonly #outcomes: ReadonlyMap<string, Outcome>;

  constructor(outcomes: ReadonlyMap<string, Outcome>, files: ReadonlyMap<string, string>) {
    this.#outcomes = outcomes;
    this.files = files;
  }

  outcome(label: Label): Outcome {
    const outcome = this.#outcomes.get(label);
    if (outcome === undefined) throw new Error(`The scenario has no operation “${label}”.`);
    return outcome;
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
    return itemsOf(this.member(label, name))?.map(toSeenEvent);
  }

  thrown(label: Label): Thrown | undefined {
    const outcome = this.outcome(label);
    return outcome.kind === 'threw' ? outcome.thrown : undefined;
  }

  /** Whether the operation found nothing to work on: a method that is not written yet. */
  isMissing(label: Label): boolean {
    return this.outcome(label).kind === 'missing';
  }
}
