import type { CommandData } from '../domain/aggregate.ts';
import { commandDataOf, type Entry, type EventSeen } from './entry.ts';
import { methodCall } from './method-call.ts';
import type { Reference } from './reference.ts';

/**
 * The last command among these entries as a test: given the events before it, when it is given,
 * then exactly these events follow, or that error. Undefined when no command is known.
 */
export function asTest(reference: Reference, entries: readonly Entry[]): string | undefined {
  const at = entries.findLastIndex((entry) => commandOf(reference, entry) !== undefined);
  const command = commandOf(reference, entries[at]);
  if (command === undefined) return undefined;
  const { one } = reference.words;
  const literals = (events: readonly EventSeen[]) => events.map((event) => `    ${literal(reference, event)},`);
  const given = literals(recordedIn(entries.slice(0, at)));
  const outcome = entries[at];
  const call = `${one}.${callText(reference, command)}`;
  const refused = outcome?.kind === 'refused' ? outcome.failure.name : undefined;
  return [
    `test(${text(titleOf(reference.doing(command) ?? call, outcome))}, () => {`,
    '  // Given',
    `  const ${one} = new ${reference.code.name}();`,
    ...(given.length === 0 ? [] : ['  for (const event of [', ...given, `  ] as const) ${one}.apply(event);`]),
    `  const before = ${one}.events.length;`,
    '',
    ...(refused === undefined ? ['  // When', `  ${call};`] : ['  // When', `  const asked = () => ${call};`]),
    '',
    '  // Then',
    ...(refused === undefined ? thenRecorded(one, literals(recordedIn(entries.slice(at)))) : thenRefused(one, refused)),
    '});',
    '',
  ].join('\n');
}

function thenRecorded(one: string, events: readonly string[]): readonly string[] {
  const recorded = `  assert.deepEqual(${one}.events.slice(before), [`;
  return events.length === 0 ? [`${recorded}]);`] : [recorded, ...events, '  ]);'];
}

function thenRefused(one: string, error: string): readonly string[] {
  return [`  assert.throws(asked, { name: ${text(error)} });`, `  assert.equal(${one}.events.length, before);`];
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

function recordedIn(entries: readonly Entry[]): readonly EventSeen[] {
  return entries.flatMap((entry) => (entry.kind === 'recorded' ? [entry.event] : []));
}

function callText({ commands }: Reference, command: CommandData): string {
  const { method, args } = methodCall(commands, command);
  const texts = args.map((arg) => (typeof arg === 'object' ? record(arg) : valueText(arg)));
  return `${method}(${texts.join(', ')})`;
}

/** The aggregate's own events in the tutorial's TypeScript spelling, any other as it is. */
function literal(reference: Reference, event: EventSeen): string {
  const { type, data } = reference.event(event) ?? event;
  return record({ type, ...data });
}

function record(fields: object): string {
  const texts = Object.entries(fields).map(([name, value]) => `${key(name)}: ${valueText(value)}`);
  return `{ ${texts.join(', ')} }`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? text(value) : JSON.stringify(value);
}

/** Single quotes, as in the rest of the learner's files; anything odd stays escaped as JSON has it. */
function text(value: string): string {
  const quoted = JSON.stringify(value);
  return /['\\]/.test(quoted.slice(1, -1)) ? quoted : `'${value}'`;
}
