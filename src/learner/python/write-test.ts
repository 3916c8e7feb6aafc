import { snakeCased } from '../../base/names.ts';
import type { Argument, EventText, TestText } from '../language.ts';
import { memberName, recordText, valueText } from './words.ts';

/** A test for pytest: the events given are applied to a new aggregate, and only those behind them are looked at. */
export function writeTest({ title, aggregate, given, when, expected }: TestText): string {
  const name = aggregate.toLowerCase();
  const call = `${name}.${memberName(when.command)}(${when.args.map(argumentText).join(', ')})`;
  return [
    `def test_${identifier(title)}() -> None:`,
    '    # Given',
    `    ${name} = ${aggregate}()`,
    ...given.map((event) => `    ${name}.apply(${eventText(event)})`),
    `    before = len(${name}.events)`,
    '',
    ...(expected.kind === 'refused'
      ? refusedLines(name, call, expected.error)
      : recordedLines(name, call, expected.events)),
    '',
  ].join('\n');
}

function recordedLines(name: string, call: string, events: readonly EventText[]): readonly string[] {
  const texts = events.map((event) => `        ${eventText(event)},`);
  const list =
    events.length === 0
      ? [`    assert ${name}.events[before:] == []`]
      : [`    assert ${name}.events[before:] == [`, ...texts, '    ]'];
  return ['    # When', `    ${call}`, '', '    # Then', ...list];
}

function refusedLines(name: string, call: string, error: string): readonly string[] {
  return [
    '    # When',
    `    with pytest.raises(${error}):`,
    `        ${call}`,
    '',
    '    # Then',
    `    assert len(${name}.events) == before`,
  ];
}

function eventText({ type, data }: EventText): string {
  return recordText(type, data);
}

function argumentText(argument: Argument): string {
  return 'record' in argument ? recordText(argument.record.name, argument.record.fields) : valueText(argument.value);
}

function identifier(title: string): string {
  return snakeCased(title.replaceAll(/[^\p{L}\p{N}]+/gu, '_').toLowerCase()).replaceAll(/^_+|_+$/g, '');
}
