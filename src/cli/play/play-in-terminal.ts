import { createInterface } from 'node:readline/promises';
import type { EventStore } from '../../eventstore/event-store.ts';
import { openEmbeddedStore, openMemoryStore } from '../../eventstore/open.ts';
import { colouredSymbols, plainSymbols } from './board-text.ts';
import { play } from './play.ts';

export interface TerminalGame {
  readonly dataFolder: string | undefined;
  readonly gameId: string | undefined;
  readonly print: (line: string) => void;
}

/** `ground-up play`: a game at this keyboard. 2 when there is no such store or game. */
export async function playInTerminal({ dataFolder, gameId, print }: TerminalGame): Promise<number> {
  const store = await openStore(dataFolder, print);
  if (store === undefined) return 2;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (question: string) => {
    process.stdout.write(question);
    const answer = await answers.next();
    return answer.done ? undefined : answer.value;
  };
  const symbols = process.stdout.isTTY && !process.env.NO_COLOR ? colouredSymbols : plainSymbols;
  try {
    const problem = await play({
      store,
      keptIn: dataFolder,
      ...(gameId !== undefined && { gameId }),
      ask,
      print,
      symbols,
    });
    if (problem !== undefined) print(problem);
    return problem === undefined ? 0 : 2;
  } finally {
    lines.close();
    store.dispose();
  }
}

async function openStore(folder: string | undefined, print: (line: string) => void): Promise<EventStore | undefined> {
  if (folder === undefined) return openMemoryStore();
  const opened = await openEmbeddedStore(folder);
  if (opened.kind === 'opened') return opened.store;
  print(opened.reason);
  return undefined;
}
