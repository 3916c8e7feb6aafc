import { asTest } from '../../timeline/as-test.ts';
import type { Entry } from '../../timeline/entry.ts';
import { exportStream, importStream } from '../../timeline/exchange.ts';
import type { PanelSource } from './panel-source.ts';
import type { Shelf } from './shelf.ts';

/** Where texts go to and come from: dialogs and the clipboard. */
export interface Keeper {
  /** Asks where to, and writes; false when the person thought better of it. */
  saveText(name: string, text: string): Promise<boolean>;
  /** Asks for a file and reads it. */
  openText(): Promise<string | undefined>;
  copyText(text: string): Promise<void>;
}

/** Each says what became of it in a sentence, or nothing where there is nothing to say. */
export async function exportTo(keeper: Keeper, source: PanelSource): Promise<string | undefined> {
  const name = nameOf(source.subject);
  const saved = await keeper.saveText(`${name}.json`, exportStream(name, entriesOf(source)));
  return saved ? `Exported ${source.events} events.` : undefined;
}

export async function importFrom(keeper: Keeper, shelf: Shelf): Promise<string | undefined> {
  const text = await keeper.openText();
  if (text === undefined) return undefined;
  const read = importStream(text);
  return read.kind === 'not' ? read.why : shelf.import(read.exchange);
}

/** The last command up to the cursor. */
export async function copyAsTest(keeper: Keeper, source: PanelSource, stop: number): Promise<string> {
  const test = asTest([...entriesOf(source)].slice(0, stop));
  if (test === undefined) return 'There is no command up to here that could be made a test of.';
  await keeper.copyText(test);
  return 'Copied as a given/when/then test.';
}

/** A check's title says whose and what in words that no file can be called by. */
function nameOf({ kind, title }: PanelSource['subject']): string {
  switch (kind) {
    case 'game':
      return 'game-in-memory';
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
