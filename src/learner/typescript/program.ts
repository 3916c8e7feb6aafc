import type { SourceLocation } from '../../base/source-location.ts';
import type { CouldNotRun } from '../learner-code.ts';
import type { Thrown } from '../protocol.ts';
import type { Loading, Program } from '../runtime.ts';
import type { SourceFiles } from '../source-files.ts';
import type { Packages } from './packages/packages.ts';
import { type Built, ProgramBuilder } from './program-builder.ts';
import { addressOf, fileOfModule } from './resolve.ts';
import { clientPackage, type TypeScriptModule } from './wire.ts';

/** A learner's TypeScript for the driver. */
export class TypeScriptProgram implements Program {
  readonly #files: SourceFiles;
  readonly #packages: Packages;
  readonly #builder: ProgramBuilder;

  constructor(files: SourceFiles, packages: Packages) {
    this.#files = files;
    this.#packages = packages;
    this.#builder = new ProgramBuilder(files, packages);
  }

  fileOf(module: string): string | undefined {
    return fileOfModule(this.#files, module);
  }

  load(modules: readonly string[], client: boolean): Loading | { kind: 'couldNotRun'; problem: CouldNotRun } {
    const files = new Map(modules.flatMap((module) => filesEntry(module, this.fileOf(module))));
    const built = this.build([...files.values()]);
    if (built.kind === 'couldNotRun') return built;
    const clientAddress = client ? this.#packages(clientPackage) : undefined;
    return {
      kind: 'loading',
      modules: [...built.modules.values()],
      places: Object.fromEntries([...files].map(([module, file]) => [module, addressOf(file)])),
      ...(clientAddress === undefined ? {} : { client: clientAddress }),
      packages: packagesIn([...built.modules.values()], clientAddress),
    };
  }

  /** What these files of the learner's reach, tests among them. */
  build(entries: readonly string[]): Built {
    return this.#builder.build(entries);
  }

  sourceOf(location: SourceLocation): SourceLocation | undefined {
    return this.#files.has(location.file) ? this.#builder.original(location) : undefined;
  }

  /** The runtime tells no place for what it would not compile. */
  problemIn({ name, origin, message }: Thrown): CouldNotRun | undefined {
    const at = name === 'SyntaxError' && origin === 'language' ? this.#builder.compileError() : undefined;
    return at && { kind: 'syntaxError', at, message };
  }
}

function filesEntry(module: string, file: string | undefined): (readonly [string, string])[] {
  return file === undefined ? [] : [[module, file]];
}

function packagesIn(modules: readonly TypeScriptModule[], client: string | undefined): string[] {
  const addresses = [
    ...modules.flatMap(({ imports }) => Object.values(imports)),
    ...(client === undefined ? [] : [client]),
  ];
  return [...new Set(addresses.filter((address) => address.startsWith('file:')))];
}
