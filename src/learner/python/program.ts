import type { SourceLocation } from '../../base/source-location.ts';
import type { CouldNotRun } from '../learner-code.ts';
import type { Thrown } from '../protocol.ts';
import type { Loading, Program } from '../runtime.ts';
import type { SourceFiles } from '../source-files.ts';
import { addressOf, fileOfModule, folder, isPackage } from './files.ts';
import type { InterpreterResult } from './interpreter/interpreter.ts';
import { problemIn } from './problems.ts';
import { clientPackage, type PythonModule } from './wire.ts';

/** A learner's Python for the driver: every file of theirs is handed on, and Python itself takes what it comes to. */
export class PythonProgram implements Program {
  readonly #files: SourceFiles;
  readonly #interpreter: InterpreterResult;

  constructor(files: SourceFiles, interpreter: InterpreterResult) {
    this.#files = files;
    this.#interpreter = interpreter;
  }

  fileOf(module: string): string | undefined {
    return fileOfModule(this.#files, module);
  }

  load(modules: readonly string[], client: boolean): Loading | { kind: 'couldNotRun'; problem: CouldNotRun } {
    if (this.#interpreter.kind === 'none') {
      return { kind: 'couldNotRun', problem: { kind: 'noChild', message: this.#interpreter.message } };
    }
    const files = modules.flatMap((module) => {
      const file = this.fileOf(module);
      return file === undefined ? [] : [[module, addressOf(file)] as const];
    });
    const hasClient = client && !this.#interpreter.lacking.includes(clientPackage);
    return {
      kind: 'loading',
      modules: modulesIn(this.#files),
      places: Object.fromEntries(files),
      ...(hasClient && { client: clientPackage }),
      packages: [],
    };
  }

  /** What runs is the learner's own text. */
  sourceOf(location: SourceLocation): SourceLocation | undefined {
    return this.#files.has(location.file) ? location : undefined;
  }

  problemIn(failure: Thrown): CouldNotRun | undefined {
    const executable = this.#interpreter.kind === 'found' ? this.#interpreter.executable : 'python';
    return problemIn(failure, this.#files, executable);
  }
}

/** A folder without a file of its own for it is a package too. */
function modulesIn(files: SourceFiles): PythonModule[] {
  const own = [...files]
    .filter(([file]) => file.startsWith(`${folder}/`) && file.endsWith('.py'))
    .map(([file, text]) => ({
      address: addressOf(file),
      file,
      text: text.replace(/^\uFEFF/, ''),
      isPackage: isPackage(file),
    }));
  const known = new Set(own.map(({ address }) => address));
  const around = [...new Set(own.flatMap(({ address }) => packagesAround(address)))];
  const bare = around
    .filter((address) => !known.has(address))
    .map((address) => ({ address, file: `${folder}/${address.replaceAll('.', '/')}`, text: '', isPackage: true }));
  return [...own, ...bare].filter(({ address }) => address !== '');
}

/** `a.b.c` → `a`, `a.b` */
function packagesAround(address: string): string[] {
  const parts = address.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
