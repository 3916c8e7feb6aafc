import type { SourceLocation } from '../../base/source-location.ts';
import type { CodePlace, Language, Words } from '../../learner/language.ts';
import type { FieldWrite, Member, MethodCalls, Missing, Observed, Outcome, Thrown } from '../../learner/protocol.ts';
import { noStoreSeen, type Stored, type StoreSeen, within } from '../check-store.ts';
import { itemsOf, memberNamed, writtenOut } from './observed.ts';
import { type SeenEvent, toSeenEvent } from './seen-event.ts';

/** What the operations under each label came to, in their order. */
export type Outcomes = ReadonlyMap<string, readonly Outcome[]>;

/** The line that something told is about, where there is one. */
export interface Where {
  readonly at?: SourceLocation;
}

/** What a judge may look at: the outcome of each operation by its label, and the text for pointing at lines. */
export class Seen<Label extends string = string> {
  readonly files: ReadonlyMap<string, string>;
  /** What they are written in. */
  readonly language: Language;
  /** What the event store held after the run, read by the parent. Empty where the exercise needs none. */
  readonly stored: Stored;
  readonly #storedAfter: StoreSeen['after'];
  readonly #span: StoreSeen['span'];
  readonly #outcomes: Outcomes;

  constructor(
    outcomes: Outcomes,
    files: ReadonlyMap<string, string>,
    language: Language,
    { stored, after, span }: StoreSeen = noStoreSeen,
  ) {
    this.#outcomes = outcomes;
    this.files = files;
    this.language = language;
    this.stored = stored;
    this.#span = span;
    this.#storedAfter = after;
  }

  /** How the learner's language says things. */
  get words(): Words {
    return this.language.words;
  }

  /** Points at the first of these places that is in the learner's files. */
  at(...places: readonly CodePlace[]): Where {
    const at = this.language.locate(this.files, ...places);
    return at === undefined ? {} : { at };
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

  /** The members that a read showed, or the (first) look at a call when it came back. */
  members(label: Label, look = 0): readonly Member[] {
    return membersOf(this.outcome(label), look);
  }

  member(label: Label, name: string, look = 0): Observed | undefined {
    return memberNamed(this.members(label, look), name);
  }

  /** The events that a read showed, undefined when `events` is no list. */
  events(label: Label, name = 'events', look = 0): readonly SeenEvent[] | undefined {
    return eventsOf(this.members(label, look), name);
  }

  /** What was kept under a label, as an event. */
  event(label: Label): SeenEvent | undefined {
    const outcome = this.outcome(label);
    return outcome.kind === 'returned' ? toSeenEvent(writtenOut(outcome.value)) : undefined;
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

  /** What an operation found nothing to work on: a method that is not written yet. */
  missing(label: Label): Missing | undefined {
    const outcome = this.outcome(label);
    return outcome.kind === 'missing' ? outcome.what : undefined;
  }

  isMissing(label: Label): boolean {
    return this.missing(label) !== undefined;
  }

  /** What was written to the store while the step's own operations ran, whoever wrote it: steps share a store, and names may coincide. */
  get written(): Stored {
    return within(this.stored, this.#span);
  }

  /** What the store held as soon as the operations of a label were done. */
  storedAfter(label: Label): Stored {
    return this.#storedAfter.get(label) ?? this.stored;
  }

  /** Whether a call came back with a promise of what it would do. */
  isPromised(label: Label): boolean {
    return this.outcomes(label).some((outcome) => 'promised' in outcome && outcome.promised === true);
  }

  /** How often silenced methods were called, and where watched fields were set. */
  noted(label: Label): { readonly calls: readonly MethodCalls[]; readonly writes: readonly FieldWrite[] } {
    const outcome = this.outcome(label);
    return outcome.kind === 'noted' ? outcome : { calls: [], writes: [] };
  }
}

/** The members that an operation showed; none where there was no such operation. */
export function membersOf(outcome: Outcome | undefined, look = 0): readonly Member[] {
  if (outcome?.kind === 'read') return outcome.members;
  return outcome?.kind === 'returned' || outcome?.kind === 'threw' ? (outcome.looked?.[look] ?? []) : [];
}

export function eventsOf(members: readonly Member[], name = 'events'): readonly SeenEvent[] | undefined {
  const list = memberNamed(members, name);
  return list && itemsOf(writtenOut(list))?.map(toSeenEvent);
}
