import { tmpdir } from 'node:os';
import type { SourceLocation } from '../../../src/base/source-location.ts';
import { inRoot } from '../../../src/dev/root.ts';
import type { CouldNotRun } from '../../../src/learner/learner-code.ts';
import type { Driver, Loading, Program, Runtime } from '../../../src/learner/runtime.ts';
import type { SourceFiles } from '../../../src/learner/source-files.ts';
import { toy } from './language.ts';
import { firstWrongLine, rowsOf, type TableModule } from './table.ts';

/** The toy language with a child of its own. */
export const toyRuntime: Runtime = {
  language: toy,
  driver: toyDriver(),
  tests: {
    find: () => [],
    run: async () => ({ kind: 'completed' }),
  },
  program: (files) => new ToyProgram(files),
  play: async () => ({ kind: 'missingFile', file: toy.terminalProgram }),
};

function toyDriver(): Driver {
  return {
    canBeGuarded: false,
    start: () => ({
      executable: process.execPath,
      args: ['--no-warnings', inRoot('test/learner/toy-language/driver.ts')],
      folder: tmpdir(),
      environment: {},
      guarded: false,
    }),
    ranOutOfMemory: () => false,
    lacking: (what) => `Toys have no ${what}.`,
  };
}

class ToyProgram implements Program {
  readonly #files: SourceFiles;

  constructor(files: SourceFiles) {
    this.#files = files;
  }

  fileOf(module: string): string | undefined {
    const file = toy.words.file(module);
    return this.#files.has(file) ? file : undefined;
  }

  load(modules: readonly string[]): Loading | { readonly kind: 'couldNotRun'; readonly problem: CouldNotRun } {
    const tables: TableModule[] = [];
    for (const module of modules) {
      const file = toy.words.file(module);
      const text = this.#files.get(file) ?? '';
      const line = firstWrongLine(text);
      if (line !== undefined) {
        const at = { file, line, column: 1 };
        return { kind: 'couldNotRun', problem: { kind: 'syntaxError', at, message: 'this is no line of a table' } };
      }
      tables.push({ address: module, file, rows: rowsOf(text) });
    }
    return {
      kind: 'loading',
      modules: tables,
      places: Object.fromEntries(modules.map((name) => [name, name])),
      packages: [],
    };
  }

  sourceOf(location: SourceLocation): SourceLocation | undefined {
    return this.#files.has(location.file) ? location : undefined;
  }

  problemIn(): undefined {
    return undefined;
  }
}
