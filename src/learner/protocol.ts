import type { Json } from '../base/json.ts';

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
  /** Calls a method of a kept value; awaits what it returns; keeps the result when `as` is given. */
  | {
      readonly op: 'call';
      readonly on: string;
      readonly name: string;
      readonly args: readonly Argument[];
      readonly as?: string;
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
   * or all that can be read when no name is given. None of the named there: `missing`.
   */
  | { readonly op: 'read'; readonly on: string; readonly names?: readonly string[] }
  /** Keeps a member of a kept value, or one item of it, under a name of its own: `events[0]` of `game` as `first`; `-1` is the last. */
  | { readonly op: 'keep'; readonly as: string; readonly on: string; readonly name: string; readonly index?: number }
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
  /** Says what a module exports. */
  | { readonly op: 'exports'; readonly module: string }
  /**
   * Makes a client of the event store whose address stands in the environment as `GROUND_UP_CONNECTION_STRING`, with the
   * official package of the driver's language, and keeps it. It is handed on to the learner's code and never looked into.
   */
  | { readonly op: 'connect'; readonly as: string };

/** The package with the official client, and the variable that says where the store is. */
export const clientPackage = '@eventstore/db-client';
export const connectionVariable = 'GROUND_UP_CONNECTION_STRING';

/** An argument of a call: plain data, something kept before, or an event in the learner's own shape. */
export type Argument =
  | { readonly value: Json }
  | { readonly kept: string }
  /** An event made the way the learner makes theirs: their exported class of that name, else a literal with a `type`. */
  | {
      readonly event: {
        readonly module: string;
        readonly type: string;
        readonly data: { readonly [field: string]: Json };
      };
    };

/** What one operation showed. `index` is the operation's place in the list, from 0. */
export interface Observation {
  readonly index: number;
  readonly outcome: Outcome;
  /** What the learner's code printed meanwhile, both streams in order. */
  readonly printed: string;
}

export type Outcome =
  | { readonly kind: 'returned'; readonly value: Observed }
  | { readonly kind: 'read'; readonly members: readonly Member[] }
  | { readonly kind: 'exported'; readonly names: readonly string[] }
  | { readonly kind: 'tampered'; readonly refused: boolean }
  | { readonly kind: 'threw'; readonly thrown: Thrown }
  /** The operation could not be done at all: the module, export, member or kept value is not there. */
  | { readonly kind: 'missing'; readonly what: Missing };

export type Missing =
  | { readonly what: 'module'; readonly module: string }
  | { readonly what: 'export'; readonly module: string; readonly name: string; readonly exported: readonly string[] }
  | { readonly what: 'member'; readonly on: string; readonly name: string; readonly members: readonly string[] }
  | { readonly what: 'kept'; readonly name: string };

/** A member as read: its own name and, where `read` asked for it, the name it was asked by. */
export interface Member {
  readonly name: string;
  readonly asked?: string;
  readonly value: Observed;
}

export interface Thrown {
  /** The class of what was thrown: `InvalidMoveError`; for what is no error its `typeof`. */
  readonly name: string;
  readonly message: string;
  readonly isError: boolean;
  /** Innermost first, the learner's own files only. */
  readonly frames: readonly Frame[];
}

/** A place in the learner's own source, line and column counted from 1, `file` relative to the workspace with forward slashes. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly function?: string;
}

/**
 * A value of the learner's as data. `identity` numbers objects within one run, so that the same
 * object seen twice can be told from an equal one; `frozen` says whether it can still be changed.
 */
export type Observed =
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** As text, for NaN, the infinities and -0 have no JSON. */
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'bigint'; readonly value: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'symbol'; readonly value: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'date'; readonly value: string }
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
