import type { Entry } from '../timeline/entry.ts';
import { exportStream, importStream } from '../timeline/exchange.ts';
import type { Reference } from '../timeline/reference.ts';
import { lastCommandAsTest } from './last-command.ts';
import type { Navigator } from './navigator.ts';
import type { OwnCode } from './own-code.ts';
import type { TextDialogs } from './panel-host.ts';
import type { PanelSource } from './panel-source.ts';

/** Each says what became of it in a sentence, or nothing where there is nothing to say. */
export async function exportTo(
  dialogs: TextDialogs,
  reference: Reference,
  source: PanelSource,
): Promise<string | undefined> {
  const name = nameOf(reference, source.subject);
  const saved = await dialogs.saveText(`${name}.json`, exportStream(name, entriesOf(source)));
  return saved ? `Exported ${source.events} events.` : undefined;
}

export async function importFrom(dialogs: TextDialogs, navigator: Navigator): Promise<string | undefined> {
  const text = await dialogs.openText();
  if (text === undefined) return undefined;
  const read = importStream(text);
  return read.kind === 'not' ? read.why : navigator.import(read.exchange);
}

/** The last command up to the cursor, as a test in the learner's language. */
export async function copyAsTest(
  dialogs: TextDialogs,
  { aggregate, language }: OwnCode,
  source: PanelSource,
  stop: number,
): Promise<string> {
  const test = lastCommandAsTest(aggregate.reference, [...entriesOf(source)].slice(0, stop));
  if (test === undefined) return 'There is no command up to here that could be made a test of.';
  await dialogs.copyText(language.tests.write(test));
  return 'Copied as a given/when/then test.';
}

/** A check's title says whose and what in words that no file can be called by. */
function nameOf({ category }: Reference, { kind, title }: PanelSource['subject']): string {
  switch (kind) {
    case 'memory':
      return `${category}-in-memory`;
    case 'stream':
      return title;
    case 'check':
      return title.replaceAll(/[^\w.]+/g, '-').toLowerCase();
  }
}

function* entriesOf(source: PanelSource): Iterable<Entry> {
  for (let index = 0; index < source.length; index++) {
    const entry = source.entry(index);
    if (entry !== undefined) yield entry;
  }
}
