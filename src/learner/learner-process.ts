import { randomUUID } from 'node:crypto';
import { type Disposable, toDisposable } from '../base/disposable.ts';
import type { Child } from './child.ts';
import { converse, overhear } from './conversation.ts';
import { modulesOf } from './entries.ts';
import type { ToOriginal } from './frames.ts';
import type { CouldNotRun, Limits, Run, SourceFiles, Stopped } from './learner-code.ts';
import type { Nursery } from './nursery.ts';
import type { Packages } from './packages.ts';
import { ProgramBuilder } from './program.ts';
import { clientPackage, type Operation } from './protocol.ts';
import { addressOf, expectedFile, fileOfModule } from './resolve.ts';
import type { ProgramModule, Request } from './wire.ts';

export interface LearnerProgram {
  readonly files: SourceFiles;
  readonly limits: Limits;
  readonly environment: Readonly<Record<string, string>>;
}

/** The learner's files and the one process they run in, which starts with the first operation. */
export class LearnerProcess implements Disposable {
  readonly #nursery: Nursery;
  readonly #program: LearnerProgram;
  readonly #builder: ProgramBuilder;
  readonly #packages: Packages;
  readonly #sent = new Set<string>();
  #child: Child | undefined;
  readonly #toOriginal: ToOriginal = (frame) => this.#builder.original(frame);
  #disposed = false;

  constructor(nursery: Nursery, packages: Packages, program: LearnerProgram) {
    this.#nursery = nursery;
    this.#packages = packages;
    this.#program = program;
    this.#builder = new ProgramBuilder(program.files, packages);
  }

  /** The learner's code as it is now, up to the end of these operations; rejects when the signal says so. */
  async perform(operations: readonly Operation[], signal?: AbortSignal): Promise<Run> {
    const request = this.#prepare(operations);
    if ('problem' in request) return { kind: 'couldNotRun', problem: request.problem };
    signal?.throwIfAborted();
    const child = await this.#born(packagesIn(request));
    if ('problem' in child) return { kind: 'couldNotRun', problem: child.problem };
    return converse(child, {
      request,
      limits: this.#program.limits,
      toOriginal: this.#toOriginal,
      compileError: () => this.#builder.compileError(),
      signal,
    });
  }

  /** Tells when the process ends while nothing is performed, as when a timer of the learner's throws. */
  overhear(ended: (stopped: Stopped) => void): Disposable {
    if (this.#child === undefined) return toDisposable(() => {});
    return overhear(this.#child, { limits: this.#program.limits, toOriginal: this.#toOriginal }, ended);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#child !== undefined) this.#nursery.release(this.#child);
    this.#child = undefined;
  }

  async #born(packages: readonly string[]): Promise<Child | { readonly problem: CouldNotRun }> {
    if (this.#child !== undefined) return this.#child;
    const born = await this.#nursery.take(this.#program.limits.memory, packages);
    if (born.kind === 'noChild') return { problem: born };
    if (this.#disposed) this.#nursery.release(born.child);
    else this.#child = born.child;
    return born.child;
  }

  #prepare(operations: readonly Operation[]): Request | { readonly problem: CouldNotRun } {
    const named = modulesOf(operations);
    const found = named.flatMap((module) => {
      const file = fileOfModule(this.#program.files, module);
      return file === undefined ? [] : [{ module, file }];
    });
    const [first] = named;
    if (first !== undefined && found.length === 0)
      return { problem: { kind: 'missingFile', file: expectedFile(first) } };
    const program = this.#builder.build(found.map(({ file }) => file));
    if (program.kind === 'couldNotRun') return program;
    return {
      tokens: Array.from({ length: operations.length + 2 }, () => randomUUID()),
      environment: this.#program.environment,
      modules: this.#unsent(program.modules),
      places: {
        ...Object.fromEntries(found.map(({ module, file }) => [module, addressOf(file)])),
        ...this.#clientPlace(operations),
      },
      operations,
    };
  }

  /** Where the store's client is, when it is asked for; the driver tells that it is missing. */
  #clientPlace(operations: readonly Operation[]): Readonly<Record<string, string>> {
    const address = operations.some(({ op }) => op === 'connect') ? this.#packages(clientPackage) : undefined;
    return address === undefined ? {} : { [clientPackage]: address };
  }

  #unsent(modules: ReadonlyMap<string, ProgramModule>): ProgramModule[] {
    const unsent = [...modules.values()].filter(({ address }) => !this.#sent.has(address));
    for (const { address } of unsent) this.#sent.add(address);
    return unsent;
  }
}

function packagesIn({ modules, places }: Request): string[] {
  const addresses = [...modules.flatMap(({ imports }) => Object.values(imports)), ...Object.values(places)];
  return [...new Set(addresses.filter((address) => address.startsWith('file:')))];
}
