import type { CommandData } from '../../domain/aggregate.ts';
import type { NewEvent, RecordedEvent } from '../../eventstore/events.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import type { Reference } from '../../timeline/reference.ts';
import { newEvent, storedEvent } from './stored-event.ts';

/** Events that somebody else's code has stored for a command: known by what they say, from some place of the stream on. */
interface Expected {
  readonly command: CommandData;
  readonly events: readonly string[];
  /** What stands before was looked at. */
  from: number;
}

/**
 * Which command led to which event of a stream, as far as it was given here. A stream has many writers: an event gets a
 * label only when it is known to be the command's own.
 */
export class CommandLabels {
  readonly #reference: Reference;
  readonly #commands = new Map<string, CommandData>();
  #expected: Expected | undefined;

  constructor(reference: Reference) {
    this.#reference = reference;
  }

  of({ id }: RecordedEvent): CommandData | undefined {
    return this.#commands.get(id);
  }

  /** These very events were stored for the command. */
  stored(command: CommandData, [first]: readonly NewEvent[]): void {
    if (first !== undefined) this.#commands.set(first.id, command);
  }

  /** Events that say this were stored for the command by code that does not tell their ids, at revision `from` or later. */
  expect(command: CommandData, events: readonly EventSeen[], from: number): void {
    this.#expected = { command, events: events.map((event) => this.#saying(event)), from };
  }

  /** Call when there may be more of the stream. */
  look(length: number, event: (index: number) => RecordedEvent | undefined): void {
    const expected = this.#expected;
    if (expected === undefined || expected.events.length === 0) return;
    for (; expected.from + expected.events.length <= length; expected.from++) {
      const at = expected.from;
      const first = event(at);
      if (first === undefined || !expected.events.every((text, nth) => this.#says(event(at + nth), text))) continue;
      this.#commands.set(first.id, expected.command);
      this.#expected = undefined;
      return;
    }
  }

  #says(event: RecordedEvent | undefined, text: string): boolean {
    return event !== undefined && this.#saying(storedEvent(event)) === text;
  }

  /** What an event says, whatever its shape and whoever wrote it. */
  #saying(event: EventSeen): string {
    return Buffer.from(newEvent(this.#reference, event).data).toString() + event.type;
  }
}
