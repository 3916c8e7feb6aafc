import type { ProgramModule } from '../../../src/learner/process/wire.ts';

/** A line of a program: `make game`, `see events: GameStarted`, `do start-game: refuse already-started`. */
export interface Row {
  readonly verb: string;
  readonly name: string;
  /** `nil`, `refuse NAME`, `crash NAME`, `sleep`, or the classes of the items in a list. */
  readonly answer: string;
  /** From 1. */
  readonly line: number;
}

/** A program on its way to the driver. */
export interface TableModule extends ProgramModule {
  readonly file: string;
  readonly rows: readonly Row[];
}

/** What is no row is left out; `firstWrongLine` tells where. */
export function rowsOf(text: string): readonly Row[] {
  return text.split('\n').flatMap((line, index) => {
    const [, verb, name, answer = ''] = /^(make|see|do) ([\w-]+)(?:: (.*))?$/.exec(line) ?? [];
    return verb === undefined || name === undefined ? [] : [{ verb, name, answer, line: index + 1 }];
  });
}

/** Undefined where every line that says something is a row. */
export function firstWrongLine(text: string): number | undefined {
  const rows = new Set(rowsOf(text).map(({ line }) => line));
  const wrong = text.split('\n').findIndex((line, index) => line.trim() !== '' && !rows.has(index + 1));
  return wrong < 0 ? undefined : wrong + 1;
}

export function alike(one: string, other: string): boolean {
  const plain = (name: string) => name.replaceAll('-', '').toLowerCase();
  return plain(one) === plain(other);
}
