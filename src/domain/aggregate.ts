import type { Picture } from './picture.ts';

/** Plain data, as JSON has it. */
export type Data = null | boolean | number | string | readonly Data[] | DataFields;
export interface DataFields {
  readonly [name: string]: Data;
}

/** A command as data: its type, and each of its arguments by name. */
export interface CommandData {
  readonly type: string;
  readonly [argument: string]: string | number;
}

/** An event of an aggregate's own: its type, and each of its fields by name. */
export interface OwnEvent {
  readonly type: string;
  readonly [field: string]: Data;
}

/** An event in whatever shape its author gave it; `data` without the type. */
export interface EventData {
  readonly type: string;
  readonly data: DataFields;
}

/** A state as a learner's object would show it; `undefined` for what is not there yet. */
export interface StateFields {
  readonly [name: string]: Data | undefined;
}

export type Decision<Event, Refusal> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What a form has to ask for, for a command to be given. */
export interface CommandForm {
  readonly type: string;
  /** The member of the learner's class that takes it, in camelCase. */
  readonly method: string;
  /** Its arguments one by one in this order, or all of them in one record. */
  readonly takes: 'arguments' | RecordForm;
  /** On a button: `Start game`. */
  readonly title: string;
  readonly arguments: readonly ArgumentForm[];
  /** Begins a new one's life: it is given now, wherever in time somebody looks. */
  readonly begins?: true;
  /** Where learners come to write it, if not at once: `exercise 2`. */
  readonly taughtIn?: string;
}

/** The learner's class or type for such a record: `Move`. */
export interface RecordForm {
  readonly record: string;
}

export type ArgumentForm = { readonly name: string; readonly title: string } & (
  | { readonly kind: 'text'; readonly initial: string }
  | { readonly kind: 'number'; readonly initial: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
);

/** An event in a few words. */
export interface EventLine {
  /** As it is shown: `two → D`. */
  readonly shown: string;
  /** As it is read out, where signs would be read wrongly: `two in column D`. */
  readonly spoken?: string;
}

export interface AggregateWords {
  /** In a sentence: `game`. */
  readonly one: string;
  readonly many: string;
  /** What somebody who has none yet will see of it. */
  readonly promise: string;
}

/** Where the learner's own one is: modules by their path below `src` without an ending, members in camelCase. */
export interface AggregateCode {
  readonly module: string;
  readonly name: string;
  /** The module of its events. */
  readonly events: string;
  readonly repository: { readonly module: string; readonly name: string };
  /** What else of the learner's writes to a stream, beside the repository's `add` and the commands themselves. */
  readonly alsoWrites: readonly string[];
}

/** What can be said of an aggregate without knowing its own types. */
export interface AggregateFacts {
  /** The first part of its streams' names: `game` of `game-58a0c7f2`. */
  readonly category: string;
  readonly words: AggregateWords;
  readonly code: AggregateCode;
  readonly commands: readonly CommandForm[];
}

/** What a reference aggregate offers to the timeline and the panel. Everything is pure; time and ids come in from outside. */
export interface Aggregate<State, Command extends CommandData, Event extends OwnEvent, Refusal> extends AggregateFacts {
  readonly initial: State;
  /** Command and state in, events out. */
  readonly decide: (command: Command, state: State) => Decision<Event, Refusal>;
  /** State and event in, next state out. Throws a sentence for an event that cannot have happened in this state. */
  readonly evolve: (state: State, event: Event) => State;
  /** A command from outside; undefined when it is none of these. */
  readonly toCommand: (data: CommandData) => Command | undefined;
  /** An event of anybody's shape as one of these; undefined when it is none. */
  readonly toEvent: (data: EventData) => Event | undefined;
  /** The command that an event follows from; undefined for one that is never the first of its command. */
  readonly commandFor: (event: Event) => Command | undefined;
  readonly eventLine: (event: Event) => EventLine;
  readonly refusalText: (refusal: Refusal) => string;
  /** A command as what somebody does: `Ada playing column D`. */
  readonly doing: (command: Command) => string;
  readonly fields: (state: State) => StateFields;
  readonly picture: (state: State) => Picture;
}

export function streamOf({ category }: Pick<AggregateFacts, 'category'>, id: string): string {
  return `${category}-${id}`;
}

/** The id of the aggregate whose stream this is; undefined for a stream of something else. */
export function idOf({ category }: Pick<AggregateFacts, 'category'>, stream: string): string | undefined {
  return stream.startsWith(`${category}-`) ? stream.slice(category.length + 1) : undefined;
}
