import { applyChange, type Change } from './edit.ts';
import type { Operator } from './operator.ts';
import { operators } from './operators.ts';
import { sitesIn } from './syntax.ts';

/** A file of a solution with one small mistake in it. */
export interface Mutant extends MutantKey {
  /** The whole file with the mistake. */
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/** What names a mutant as long as its own lines stay as they are, whatever is written around them. */
export interface MutantKey {
  /** Path below the workspace. */
  readonly file: string;
  readonly operator: string;
  /** The lines it changes, every run of blanks and line ends as one blank. */
  readonly was: string;
  readonly becomes: string;
  /** Which one, where all the rest is the same; from 1. */
  readonly occurrence: number;
}

/** Every mutant of a file in the order of its text; no two have the same text. */
export function mutantsOf(file: string, source: string, using: readonly Operator[] = operators): Mutant[] {
  const made = new Map<string, Omit<Mutant, 'occurrence'>>();
  for (const site of sitesIn(source)) {
    for (const { name, changes } of using) {
      for (const change of changes(site)) {
        const text = applyChange(source, change);
        if (text !== source && !made.has(text))
          made.set(text, { file, operator: name, text, ...placed(source, text, change) });
      }
    }
  }
  return numbered([...made.values()]);
}

export function keyText({ file, operator, was, becomes, occurrence }: MutantKey): string {
  return JSON.stringify([file, operator, was, becomes, occurrence]);
}

function placed(source: string, text: string, change: Change): Pick<Mutant, 'line' | 'was' | 'becomes'> {
  const first = Math.min(...change.map(({ start }) => start));
  const last = Math.max(...change.map(({ end }) => end));
  const from = source.lastIndexOf('\n', first - 1) + 1;
  const lineEnd = source.indexOf('\n', last);
  const rest = lineEnd < 0 ? 0 : source.length - lineEnd;
  return {
    line: source.slice(0, from).split('\n').length,
    was: onOneLine(source.slice(from, source.length - rest)),
    becomes: onOneLine(text.slice(from, text.length - rest)),
  };
}

function onOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

function numbered(mutants: readonly Omit<Mutant, 'occurrence'>[]): Mutant[] {
  const met = new Map<string, number>();
  return mutants.map((mutant) => {
    const same = keyText({ ...mutant, occurrence: 0 });
    const occurrence = (met.get(same) ?? 0) + 1;
    met.set(same, occurrence);
    return { ...mutant, occurrence };
  });
}
