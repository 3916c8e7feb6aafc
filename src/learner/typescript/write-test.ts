import type { Json, JsonObject } from '../../base/json.ts';
import type { Argument, EventText, TestText } from '../language.ts';

/** A test for `node:test`: the events given are applied to a new aggregate, and only those behind them are looked at. */
export function writeTest({ title, aggregate, given, when, expected }: TestText): string {
  const name = `${aggregate.slice(0, 1).toLowerCase()}${aggregate.slice(1)}`;
  const call = `${name}.${when.command}(${when.args.map(argumentText).join(', ')})`;
  return [
    `test(${quoted(title)}, () => {`,
    '  // Given',
    `  const ${name} = new ${aggregate}();`,
    ...givenLines(name, given),
    `  const before = ${name}.events.length;`,
    '',
    '  // When',
    expected.kind === 'refused' ? `  const asked = () => ${call};` : `  ${call};`,
    '',
    '  // Then',
    ...(expected.kind === 'refused' ? refusedLines(name, expected.error) : recordedLines(name, expected.events)),
    '});',
    '',
  ].join('\n');
}

function givenLines(name: string, given: readonly EventText[]): readonly string[] {
  if (given.length === 0) return [];
  return [
    '  for (const event of [',
    ...given.map((event) => `    ${eventText(event)},`),
    `  ] as const) ${name}.apply(event);`,
  ];
}

function recordedLines(name: string, events: readonly EventText[]): readonly string[] {
  if (events.length === 0) return [`  assert.deepEqual(${name}.events.slice(before), []);`];
  return [
    `  assert.deepEqual(${name}.events.slice(before), [`,
    ...events.map((event) => `    ${eventText(event)},`),
    '  ]);',
  ];
}

function refusedLines(name: string, error: string): readonly string[] {
  return [`  assert.throws(asked, { name: ${quoted(error)} });`, `  assert.equal(${name}.events.length, before);`];
}

function eventText({ type, data }: EventText): string {
  return literal({ type, ...data });
}

function argumentText(argument: Argument): string {
  return 'record' in argument ? literal(argument.record.fields) : valueText(argument.value);
}

function literal(fields: JsonObject): string {
  const inner = Object.entries(fields).map(([name, value]) => `${key(name)}: ${valueText(value)}`);
  return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
}

function valueText(value: Json): string {
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Single quotes, as in the rest of the learner's files; anything odd stays escaped as JSON has it. */
function quoted(value: string): string {
  const escaped = JSON.stringify(value);
  return /['\\]/.test(escaped.slice(1, -1)) ? escaped : `'${value}'`;
}
