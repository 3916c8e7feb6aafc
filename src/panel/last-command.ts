import type { CommandData } from '../domain/aggregate.ts';
import type { Argument, EventText, TestText } from '../learner/language.ts';
import { commandDataOf, type Entry, type EventSeen } from '../timeline/entry.ts';
import { methodCall } from '../timeline/method-call.ts';
import type { Reference } from '../timeline/reference.ts';

/**
 * The last command among these entries as a test: given the events before it, when it is given,
 * then exactly these events follow, or that error. Undefined when no command is known.
 */
export function lastCommandAsTest(reference: Reference, entries: readonly Entry[]): TestText | undefined {
  const at = entries.findLastIndex((entry) => commandOf(reference, entry) !== undefined);
  const command = commandOf(reference, entries[at]);
  if (command === undefined) return undefined;
  const outcome = entries[at];
  const when = callOf(reference, command);
  return {
    title: titleOf(reference.doing(command) ?? when.command, outcome),
    aggregate: reference.code.name,
    given: eventsIn(reference, entries.slice(0, at)),
    when,
    expected:
      outcome?.kind === 'refused'
        ? { kind: 'refused', error: outcome.failure.name }
        : { kind: 'recorded', events: eventsIn(reference, entries.slice(at)) },
  };
}

function titleOf(doing: string, outcome: Entry | undefined): string {
  if (outcome?.kind === 'refused') return `${doing} is refused here`;
  return outcome?.kind === 'recorded' ? `${doing} records ${outcome.event.type}` : `${doing} records nothing`;
}

/** A stream keeps no commands, but the aggregate's own events tell which one led to them. */
function commandOf(reference: Reference, entry: Entry | undefined): CommandData | undefined {
  const given = commandDataOf(entry?.command);
  return given ?? (entry?.kind === 'recorded' ? reference.commandFor(entry.event) : undefined);
}

function callOf({ commands }: Reference, command: CommandData): TestText['when'] {
  const { method, args } = methodCall(commands, command);
  return { command: method, args: args.map((arg) => argumentOf(commands, command, arg)) };
}

type Called = ReturnType<typeof methodCall>['args'][number];

function argumentOf(forms: Reference['commands'], { type }: CommandData, arg: Called): Argument {
  const takes = forms.find((form) => form.type === type)?.takes;
  if (typeof arg === 'object' && typeof takes === 'object') return { record: { name: takes.record, fields: arg } };
  return { value: arg };
}

function eventsIn(reference: Reference, entries: readonly Entry[]): readonly EventText[] {
  return entries.flatMap((entry) => (entry.kind === 'recorded' ? [eventText(reference, entry.event)] : []));
}

/** The aggregate's own events in the tutorial's spelling, any other as it is. */
function eventText(reference: Reference, event: EventSeen): EventText {
  const { type, data } = reference.event(event) ?? event;
  return { type, data };
}
