import type { Lines } from '../lines.ts';

export type EventName = 'GameStarted' | 'MoveMade' | 'GameFinished';

/** A field of an event and the type it has. */
export interface Field {
  readonly name: string;
  readonly type: string;
}

/** Something beside what happened, which every event says of itself. */
export interface Metadata extends Field {
  /** The expression that it begins with. */
  readonly value: string;
}

export interface EventKind {
  readonly name: EventName;
  readonly fields: readonly Field[];
  readonly metadata: readonly Metadata[];
}

/** What events are as values, and how they are told apart. Expressions are texts of the program. */
export interface EventForm {
  readonly name: string;
  /** Whether an event is made elsewhere than where it is recorded: by a function, or by its class. */
  readonly isMadeElsewhere?: true;
  /** Declares the type of each kind, by its name, and whatever else it takes to make one. */
  readonly declare: (kinds: readonly EventKind[]) => Lines;
  /** What the declarations give out that is there when the program runs. */
  readonly values: (kinds: readonly EventKind[]) => readonly string[];
  /** A new event; `value` says what goes into a field. */
  readonly make: (kind: EventKind, value: (field: string) => string) => string;
  readonly read: (event: string, kind: EventKind, field: string) => string;
  /** Whether it is of a kind, in a form by which the compiler knows it afterwards. */
  readonly test: (event: string, kind: EventKind) => string;
  /** For a switch: what is asked, and each answer. */
  readonly subject: (event: string) => string;
  readonly label: (event: string, kind: EventKind) => string;
  /** The kind's name as a text, by which a table can be asked. */
  readonly key: (event: string) => string;
}
