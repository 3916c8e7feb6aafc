import type { JsonObject } from '../base/json.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { CommandData } from '../domain/aggregate.ts';
import { type FieldValue, fieldValues } from './field-value.ts';

/**
 * What happened, in the order in which it happened: events, and the commands that came to nothing.
 * A stream of the store holds events only; what was refused is known only to who asked.
 */
export type Entry = RecordedEntry | RefusedEntry | SilentEntry;

/** Stored already; recorded by the aggregate and not stored yet; or told to it by somebody, who had it from elsewhere. */
export type Lane = 'historical' | 'uncommitted' | 'applied';

/** What was asked for: a command of the aggregate, or any other call, as the line of code it was. */
export type CommandSeen =
  | { readonly kind: 'command'; readonly command: CommandData }
  | { readonly kind: 'call'; readonly text: string };

export interface RecordedEntry {
  readonly kind: 'recorded';
  /** Of the stream, from 0. */
  readonly revision: bigint;
  readonly lane: Lane;
  readonly event: EventSeen;
  /** The command that led to it, with the first of its events only. */
  readonly command?: CommandSeen;
}

/** A command that threw. A domain refusal and a slip in the code look alike to the timeline; `slip` tells them apart. */
export interface RefusedEntry {
  readonly kind: 'refused';
  readonly command: CommandSeen;
  readonly failure: Failure;
  /** True for the runtime's own errors (`TypeError` …): nobody decided to throw those. */
  readonly slip: boolean;
  /** What it left behind all the same, which a refused command should not. */
  readonly left: 'nothing' | 'changedState' | 'recorded';
}

/** A command that came back and recorded nothing. */
export interface SilentEntry {
  readonly kind: 'silent';
  readonly command: CommandSeen;
  readonly changedState: boolean;
  /** For a call that stores: how many events the store got by it. */
  readonly stored?: number;
}

/** An event in whatever shape its author gave it; `data` without the type. */
export interface EventSeen {
  readonly type: string;
  readonly data: JsonObject;
  /** Where JSON says less than what was there (`undefined`, `NaN`): the fields as they were. */
  readonly fields?: readonly FieldValue[];
}

export function fieldsOf(event: EventSeen): readonly FieldValue[] {
  return event.fields ?? fieldValues(event.data);
}

/** The command of an entry where it is one of the aggregate's, and no other call. */
export function commandDataOf(command: CommandSeen | undefined): CommandData | undefined {
  return command?.kind === 'command' ? command.command : undefined;
}

/** Something thrown by somebody's code. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly location?: SourceLocation;
}
