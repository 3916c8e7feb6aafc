import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from './git.ts';

/** Three texts of one file. */
export interface ThreeTexts {
  /** The learner's. */
  readonly own: string;
  /** What both others come from. */
  readonly base: string;
  /** What is handed out now. */
  readonly given: string;
}

export interface MergedFile {
  /** The learner's with what is new put in, and untouched wherever both have changed the same; never with a marker. */
  readonly text: string;
  /** Of the given text, what found no place that way, part by part. */
  readonly unplaced: readonly string[];
}

/** Git's own merge of three texts, without any of them being in a repository. @throws GitError when git can't. */
export async function mergeFile(git: Git, texts: ThreeTexts): Promise<MergedFile> {
  const names = ['own', 'base', 'given'] as const;
  const hasWindowsLines = texts.own.includes('\r\n');
  const plain = names.map((name) => texts[name].replaceAll('\r\n', '\n'));
  const markerSize = longestMarker(plain) + 1;
  const folder = await mkdtemp(join(tmpdir(), 'ground-up-merge-'));
  try {
    const files = names.map((name) => join(folder, name));
    for (const [at, file] of files.entries()) await writeFile(file, plain[at] ?? '');
    const options = ['-p', '--quiet', '--diff3', `--marker-size=${markerSize}`];
    // It ends with the number of conflicts.
    const merged = await git.run(['merge-file', ...options, ...files], { isAnswer: (code) => code < 128 });
    const { text, unplaced } = resolveToOwn(merged.toString('utf8'), markerSize);
    return { text: hasWindowsLines ? text.replaceAll('\n', '\r\n') : text, unplaced };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The longest row of characters that git uses for its markers, so that a longer one can be nothing else. */
function longestMarker(texts: readonly string[]): number {
  const rows = texts.flatMap((text) => text.match(/<{7,}|\|{7,}|={7,}|>{7,}/g) ?? []);
  return Math.max(7, ...rows.map(({ length }) => length));
}

const parts = { '<': 'own', '|': 'base', '=': 'given', '>': 'both' } as const;

function resolveToOwn(merged: string, markerSize: number): MergedFile {
  const marker = new RegExp(`^([<|=>])\\1{${markerSize - 1}}(?!\\1)`);
  const unplaced: string[] = [];
  let text = '';
  let part: (typeof parts)[keyof typeof parts] = 'both';
  let given = '';
  for (const line of merged.split(/(?<=\n)/)) {
    const next = partAfter(marker.exec(line)?.[1]);
    if (next === undefined) {
      if (part === 'given') given += line;
      else if (part !== 'base') text += line;
      continue;
    }
    if (next === 'both' && given.trim() !== '') unplaced.push(given);
    given = '';
    part = next;
  }
  return { text, unplaced };
}

function partAfter(mark: string | undefined) {
  return mark === '<' || mark === '|' || mark === '=' || mark === '>' ? parts[mark] : undefined;
}
