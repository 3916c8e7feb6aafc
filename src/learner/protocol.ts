import type { Json } from '../base/json.ts';
import type { SourceLocation } from '../base/source-location.ts';

/**
 * What the parent asks a driver to do with the learner's modules, and what the driver answers.
 *
 * The same for every language: a module is named by its path below `src` without an ending
 * (`domain/game`), members are named in camelCase, and a driver turns both into its own
 * language's habit. The driver knows no exercise and judges nothing: it does one operation
 * after the other and says what it saw.
 */
export type Operation =
  /** Makes an instance of an exported class (or calls an exported factory of that name) and keeps it as `as`. */
  | {
      readonly op: 'create';
      readonly as: string;
      readonly module: string;
      readonly name: string;
      readonly args: readonly Argument[];
    }
  /**
   * Calls a method of a kept value; awaits what it returns; keeps the result when `as` is given. What `look` names is read
   * at the very moment the call came back or threw, before anything that it promised can happen.
   */
  | {
      readonly op: 'call';
      readonly on: string;
      readonly name: string;
      readonly args: readonly Argument[];
      readonly as?: string;
      readonly look?: readonly Look[];
    }
  /** Calls an exported function; otherwise as `call`. */
  | {
      readonly op: 'callFunction';
      readonly module: string;
      readonly name: string;
      readonly args: readonly Argument[];
      readonly as?: string;
    }
  /**
   * Reads those of the named members that exist (fields and getters, in any spelling: `playerOne`, `player_one`, `_playerOne`),
   * or all that can be read but the members in `but`. None of the named there: `missing`.
   */
  | { readonly op: 'read'; readonly on: string; readonly names?: readonly string[]; readonly but?: readonly string[] }
  /**
   * Keeps a member of a kept value, or one item of it, under a name of its own: `events[0]` of `game` as `first`; `-1` is the
   * last. With `copy` it is a deep copy that keeps classes; what has parts that nobody can read from outside is kept itself.
   */
  | {
      readonly op: 'keep';
      readonly as: string;
      readonly on: string;
      readonly name: string;
      readonly index?: number;
      readonly copy?: boolean;
    }
  /**
   * Behaves badly on purpose: appends to the list a member gave out, or (with `field`) overwrites a field of it or of one of
   * its items, and says whether that was refused. Whether it reached inside is seen by reading again.
   */
  | {
      readonly op: 'tamper';
      readonly on: string;
      readonly name: string;
      readonly index?: number;
      readonly field?: string;
    }
  /** Puts a method that does nothing in place of one of a kept value; says whether that was refused. `noted` tells its calls. */
  | { readonly op: 'silence'; readonly on: string; readonly name: string }
  /** From now on notes where each of these fields of a kept value is set; those that it has no field for are left alone. */
  | { readonly op: 'watch'; readonly on: string; readonly names: readonly string[] }
  /** Says what was noted of a kept value since it is watched or one of its methods silenced. */
  | { readonly op: 'noted'; readonly on: string }
  /** Appends events to a stream with a kept client, as another program would; their data is JSON. */
  | { readonly op: 'append'; readonly client: string; readonly stream: string; readonly events: readonly JsonEvent[] }
  /** Says what a module exports. */
  | { readonly op: 'exports'; readonly module: string }
  /**
   * Makes a client of the event store whose address stands in the environment as `GROUND_UP_CONNECTION_STRING`, with the
   * official package of the driver's language, and keeps it, unless
   * one is kept under that name already. It is handed on to the learner's code and never looked into.
   */
  | { readonly op: 'connect'; readonly as: string };

/** The variable that says where the store is. */
export const connectionVariable = 'GROUND_UP_CONNECTION_STRING';

/** An argument of a call: plain data, something kept before, or a record or event in the learner's own shape. */
export type Argument =
  | { readonly value: Json }
  | { readonly kept: string }
  /** Data with named fields, made by the learner's exported class of that name where there is one, else plain data. */
  | {
      readonly record: {
        readonly module: string;
        readonly name: string;
        readonly fields: { readonly [field: string]: Json };
      };
    }
  /** An event made the way the learner makes theirs: their exported class of that name, else a literal with a `type`. */
  | {
      readonly event: {
        readonly module: string;
        readonly type: string;
        readonly data: { readonly [field: string]: Json };
      };
    };

/** An event as a program appends it. */
export interface JsonEvent {
  readonly type: string;
  readonly data: Json;
}

/** A kept value that is read with a call: all of it but the members in `but`. */
export interface Look {
  readonly on: string;
  readonly but?: readonly string[];
}

/** What one operation showed. `index` is the operation's place in the list, from 0. */
export interface Observation {
  readonly index: number;
  readonly outcome: Outcome;
  /** What the learner's code printed meanwhile, both streams in order. */
  readonly printed: string;
}

export type Outcome =
  | ({ readonly kind: 'returned'; readonly value: Observed } & Called)
  | { readonly kind: 'read'; readonly members: readonly Member[] }
  | { readonly kind: 'exported'; readonly names: readonly string[] }
  | { readonly kind: 'tampered'; readonly refused: boolean }
  | { readonly kind: 'noted'; readonly calls: readonly MethodCalls[]; readonly writes: readonly FieldWrite[] }
  | ({ readonly kind: 'threw'; readonly thrown: Thrown } & Called)
  /** The operation could not be done at all: the module, export, member, kept value or client is not there. */
  | { readonly kind: 'missing'; readonly what: Missing };

/** What else is known of a call. */
export interface Called {
  /** What each `look` of it showed. */
  readonly looked?: readonly (readonly Member[])[];
  /** It came back with a promise first, and this is what became of that. */
  readonly promised?: true;
}

/** How often a silenced method was called. */
export interface MethodCalls {
  readonly name: string;
  readonly count: number;
}

/** One setting of a watched field: innermost first, the learner's own files only. */
export interface FieldWrite {
  readonly name: string;
  readonly frames: readonly SourceLocation[];
}

export type Missing =
  | { readonly what: 'module'; readonly module: string }
  | { readonly what: 'export'; readonly module: string; readonly name: string; readonly exported: readonly string[] }
  | {
      readonly what: 'member';
      readonly on: string;
      readonly name: string;
      readonly members: readonly string[];
      /** There is one of that name where it can't be reached: of the class and not of the object, or private to it. */
      readonly unreachable?: 'static' | 'private';
    }
  | { readonly what: 'kept'; readonly name: string }
  /** The package with the event store's client, by the name an installer knows it by. */
  | { readonly what: 'client'; readonly name: string };

/** A member as read: its own name and, where `read` asked for it, the name it was asked by. */
export interface Member {
  readonly name: string;
  readonly asked?: string;
  /** It is worked out whenever it is asked for, as by a getter. */
  readonly computed?: true;
  readonly value: Observed;
}

export interface Thrown {
  /** The class of what was thrown: `InvalidMoveError`; for what is no error what it is: `string`. */
  readonly name: string;
  readonly message: string;
  readonly isError: boolean;
  readonly origin: ThrownOrigin;
  /**
   * Whether the learner's code threw it on purpose, rather than doing something that the language or a package would not
   * have. What is caught and thrown again stays what it was.
   */
  readonly deliberate: boolean;
  /** Innermost first, the learner's own files only. */
  readonly frames: readonly SourceLocation[];
}

/** Whose class the thrown thing is of: the learner's (or named by them), the language's with its own library, a package's. */
export type ThrownOrigin = 'learner' | 'language' | 'package';

/**
 * A value of the learner's as data. `identity` numbers objects within one run, so that the same
 * object seen twice can be told from an equal one; `frozen` says whether it can still be changed.
 */
export type Observed =
  /** No value, in the word of the language: `undefined`, `None`. */
  | { readonly kind: 'nothing'; readonly written: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** As text, for NaN, the infinities and -0 have no JSON. */
  | { readonly kind: 'number'; readonly value: string }
  /** A whole number of any size, where the language keeps those apart from other numbers. */
  | { readonly kind: 'integer'; readonly value: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'date'; readonly value: string }
  /** Anything else that has no parts, as the language writes it. */
  | { readonly kind: 'other'; readonly written: string }
  | { readonly kind: 'list'; readonly items: readonly Observed[]; readonly identity: number; readonly frozen: boolean }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Observed, Observed])[]; readonly identity: number }
  | { readonly kind: 'set'; readonly items: readonly Observed[]; readonly identity: number }
  | {
      readonly kind: 'object';
      readonly className: string;
      readonly fields: readonly Member[];
      readonly identity: number;
      readonly frozen: boolean;
    }
  /** Met before in this very value: a cycle or a shared reference. */
  | { readonly kind: 'again'; readonly identity: number }
  /** A getter that threw. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** Left out because the value was too deep or too large to show. */
  | { readonly kind: 'cut'; readonly reason: string };
