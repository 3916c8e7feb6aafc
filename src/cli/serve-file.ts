import { closeSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { messageOf } from '../base/errors.ts';

export interface StoreFileOptions {
  readonly dataFolder: string;
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
}

/** What a person has to read of many things that are wrong. */
const most = 20;

/** `ground-up serve --verify`: 0 when every event is as it was written, 1 when not, 2 when nobody could look. */
export async function verifyFile({ dataFolder, print, warn }: StoreFileOptions): Promise<number> {
  const { verifyStore } = await loadDisk();
  const result = await verifyStore(dataFolder);
  if (result.kind !== 'verified') return refuse(result.reason, warn);
  const { events, streams, damages } = result;
  print(`${count(events, 'event')} in ${count(streams, 'stream')} can be read.`);
  if (damages.length === 0) {
    print('Each is as it was written, and so is the rest of the file.');
    return 0;
  }
  tell(damages, warn);
  warn(`Save what can be read with --export FILE, and bring it back into a new folder with --import FILE.`);
  return 1;
}

/** `--export FILE`: 0 when all was written, 1 when something could not be read, 2 when nothing could be done. `-` is standard output. */
export async function exportFile(file: string, { dataFolder, print, warn }: StoreFileOptions): Promise<number> {
  const { exportStore } = await loadDisk();
  const toOutput = file === '-';
  let output: number;
  try {
    // Never over another export: it may be the only one.
    output = toOutput ? 1 : openSync(file, 'wx');
  } catch (thrown) {
    return refuse(
      `${file} could not be made: ${hasCode(thrown, 'EEXIST') ? 'it is there already.' : messageOf(thrown)}`,
      warn,
    );
  }
  try {
    const result = await exportStore(dataFolder, (line) => writeSync(output, `${line}\n`));
    if (result.kind !== 'exported') return refuse(result.reason, warn);
    tell(result.lost, warn);
    const sentence = `${count(result.events, 'event')} written to ${file}.`;
    if (!toOutput) print(sentence);
    return result.lost.length === 0 ? 0 : 1;
  } finally {
    if (!toOutput) closeSync(output);
  }
}

/** `--import FILE`: makes a new store out of an export. `-` is standard input. */
export async function importFile(file: string, { dataFolder, print, warn }: StoreFileOptions): Promise<number> {
  const { importStore } = await loadDisk();
  const lines = await linesOf(file);
  if (typeof lines === 'string') return refuse(lines, warn);
  const result = await importStore(dataFolder, lines);
  if (result.kind !== 'imported') return refuse(result.reason, warn);
  print(`${count(result.events, 'event')} read into ${dataFolder}.`);
  if (result.renumbered > 0)
    print(`${count(result.renumbered, 'event')} got another revision, for events before them were lost.`);
  return 0;
}

/** The lines, or a sentence that says why there are none. */
async function linesOf(file: string): Promise<AsyncIterable<string> | string> {
  if (file === '-') return createInterface({ input: process.stdin });
  try {
    return (await open(file)).readLines();
  } catch (thrown) {
    return `${file} could not be read: ${hasCode(thrown, 'ENOENT') ? 'there is no such file.' : messageOf(thrown)}`;
  }
}

function tell(sentences: readonly string[], warn: (line: string) => void): void {
  for (const sentence of sentences.slice(0, most)) warn(sentence);
  if (sentences.length > most) warn(`And ${sentences.length - most} more like these.`);
}

function refuse(reason: string, warn: (line: string) => void): number {
  warn(reason);
  return 2;
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}

function hasCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}

function loadDisk() {
  return import('../eventstore/disk/part.ts');
}
