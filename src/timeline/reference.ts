import type { Aggregate, AggregateFacts, CommandData, EventLine, OwnEvent, StateFields } from '../domain/aggregate.ts';
import type { Picture } from '../domain/picture.ts';
import type { Entry, EventSeen } from './entry.ts';
import { type FieldValue, fieldValue, fieldValues } from './field-value.ts';
import { FoldedStream } from './fold.ts';
import type { StateAt } from './state-at.ts';

/** A reference aggregate as the timeline and the panel use it: whatever its own types are, nobody outside needs to know. */
export interface Reference extends AggregateFacts {
  newFold(): ReferenceFold;
  /** What it decides after these events. */
  decide(command: CommandData, events: Iterable<EventSeen>): ReferenceDecision;
  /** A command from outside, with nothing but what belongs to it; undefined when it is none of this aggregate's. */
  command(data: CommandData): CommandData | undefined;
  /** An event of anybody's shape in the shape it has here; undefined when it is none of this aggregate's. */
  event(seen: EventSeen): EventSeen | undefined;
  /** The command that an event follows from, as far as the event tells. */
  commandFor(seen: EventSeen): CommandData | undefined;
  /** An event with so many fields in a few words; undefined when it is none of this aggregate's, or says more than they do. */
  line(seen: EventSeen, fields: number): EventLine | undefined;
  /** A command as what somebody does. */
  doing(command: CommandData): string | undefined;
}

export type ReferenceDecision =
  | { readonly kind: 'accepted'; readonly events: readonly EventSeen[] }
  | { readonly kind: 'refused'; readonly message: string };

/** The reference's own fold of a stream. What is no event of the aggregate changes nothing. */
export interface ReferenceFold {
  readonly length: number;
  /** `undefined` stands for an event that is left out. */
  append(event: EventSeen | undefined): void;
  /** After the first `count` events; where it is stuck, `entry` is the event's place among these. */
  after(count: number): StateAt;
  /** After them all. */
  readonly picture: Picture;
}

export function referenceOf<State, Command extends CommandData, Event extends OwnEvent, Refusal>(
  aggregate: Aggregate<State, Command, Event, Refusal>,
): Reference {
  const { category, words, code, commands, initial, evolve, toCommand, toEvent } = aggregate;
  const evolveKnown = (state: State, event: Event | undefined) => (event === undefined ? state : evolve(state, event));
  return {
    category,
    words,
    code,
    commands,
    newFold: () => new Fold(aggregate, new FoldedStream({ initial, evolve: evolveKnown })),
    decide(data, events) {
      const command = toCommand(data);
      if (command === undefined) return { kind: 'refused', message: `There is no command ${data.type} like this.` };
      let state = initial;
      for (const event of events) state = evolveKnown(state, toEvent(event));
      const decision = aggregate.decide(command, state);
      return decision.kind === 'accepted'
        ? { kind: 'accepted', events: decision.events.map(seen) }
        : { kind: 'refused', message: aggregate.refusalText(decision.refusal) };
    },
    command: toCommand,
    event: (event) => mapped(toEvent(event), seen),
    commandFor: (event) => mapped(toEvent(event), aggregate.commandFor),
    line(event, fields) {
      const known = toEvent(event);
      // All but the type.
      const says = known === undefined ? undefined : Object.keys(known).length - 1;
      return known !== undefined && says === fields ? aggregate.eventLine(known) : undefined;
    },
    doing: (command) => mapped(toCommand(command), aggregate.doing),
  };
}

/** The reference's fold of some entries, without the one that is left out. */
export function referenceState(
  reference: Reference,
  entries: readonly Entry[],
  leftOut: number | undefined = undefined,
): StateAt {
  const fold = reference.newFold();
  const indexes: number[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind !== 'recorded' || index === leftOut) return;
    fold.append(entry.event);
    indexes.push(index);
  });
  return stuckAtEntry(fold.after(fold.length), (event) => indexes[event] ?? event);
}

/** A fold counts events, a timeline entries: `entryOf` says which entry the n-th event is. */
export function stuckAtEntry(state: StateAt, entryOf: (event: number) => number): StateAt {
  const { stuck } = state;
  return stuck === undefined ? state : { ...state, stuck: { ...stuck, entry: entryOf(stuck.entry) } };
}

class Fold<State, Command extends CommandData, Event extends OwnEvent, Refusal> implements ReferenceFold {
  readonly #aggregate: Aggregate<State, Command, Event, Refusal>;
  readonly #folded: FoldedStream<State, Event | undefined>;

  constructor(aggregate: Aggregate<State, Command, Event, Refusal>, folded: FoldedStream<State, Event | undefined>) {
    this.#aggregate = aggregate;
    this.#folded = folded;
  }

  get length(): number {
    return this.#folded.length;
  }

  get picture(): Picture {
    return this.#aggregate.picture(this.#folded.after(this.length).state);
  }

  append(event: EventSeen | undefined): void {
    this.#folded.append(mapped(event, this.#aggregate.toEvent));
  }

  after(count: number): StateAt {
    const folded = this.#folded.after(count);
    const { fields, picture } = this.#aggregate;
    const state: StateAt = {
      fields: stateFields(fields(folded.state)),
      picture: picture(folded.state),
      pictureFrom: 'state',
    };
    if (folded.kind === 'state') return state;
    return { ...state, stuck: { entry: folded.at, failure: { name: 'Error', message: folded.message } } };
  }
}

function stateFields(fields: StateFields): readonly FieldValue[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [fieldValue(name, 'undefined', 'absent')] : fieldValues(value, name),
  );
}

function seen({ type, ...data }: OwnEvent): EventSeen {
  return { type, data };
}

function mapped<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}
