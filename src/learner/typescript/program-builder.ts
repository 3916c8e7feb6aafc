import type { SourceLocation } from '../../base/source-location.ts';
import type { CouldNotRun } from '../learner-code.ts';
import type { SourceFiles } from '../source-files.ts';
import { originalColumn } from './columns.ts';
import { compileErrorIn } from './compile-error.ts';
import { type ImportOf, type ModuleShape, shapeOf } from './imports.ts';
import type { Packages } from './packages/packages.ts';
import { addressOf, isRelative, resolveRelative } from './resolve.ts';
import { type Transformed, transform, withoutByteOrderMark } from './transform.ts';
import type { TypeScriptModule } from './wire.ts';

type Target = { readonly kind: 'file'; readonly file: string } | { readonly kind: 'package'; readonly address: string };

export type Built =
  | { readonly kind: 'built'; readonly modules: ReadonlyMap<string, TypeScriptModule> }
  | { readonly kind: 'couldNotRun'; readonly problem: CouldNotRun };

interface Part {
  readonly file: string;
  readonly source: string;
  readonly transformed: Transformed;
  readonly shape: ModuleShape | undefined;
}

/**
 * Transforms the learner's files and keeps what came out as long as the files stay the same.
 * Only what the entries reach is looked at: a half-written test or `cli.ts` keeps nobody from
 * checking the aggregate.
 */
export class ProgramBuilder {
  readonly #files: SourceFiles;
  readonly #packages: Packages;
  readonly #parts = new Map<string, Part>();

  constructor(files: SourceFiles, packages: Packages) {
    this.#files = files;
    this.#packages = packages;
  }

  build(entries: readonly string[]): Built {
    const reached = new Map<string, TypeScriptModule>();
    const waiting = [...entries];
    const checks: (() => CouldNotRun | undefined)[] = [];
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (reached.has(file)) continue;
      const part = this.#part(file);
      if (!('transformed' in part)) return { kind: 'couldNotRun', problem: part };
      const imports: Record<string, string> = {};
      for (const wanted of part.shape?.imports ?? []) {
        const target = this.#target(file, wanted.specifier);
        if (target !== undefined) imports[wanted.specifier] = addressOfTarget(target);
        else if (!wanted.dynamic) return { kind: 'couldNotRun', problem: missingImport(part, wanted) };
        if (target?.kind !== 'file') continue;
        waiting.push(target.file);
        checks.push(() => this.#missingExport(part, wanted, target.file));
      }
      reached.set(file, { address: addressOf(file), code: part.transformed.code, imports });
    }
    for (const check of checks) {
      const problem = check();
      if (problem !== undefined) return { kind: 'couldNotRun', problem };
    }
    return { kind: 'built', modules: this.#withTypeStubs(reached) };
  }

  /** Where a place in the transformed code is in the learner's own source; line and column from 1. */
  original(frame: SourceLocation): SourceLocation {
    const part = this.#parts.get(frame.file);
    const line = (text: string | undefined) => text?.split('\n')[frame.line - 1] ?? '';
    const column = originalColumn(line(part?.transformed.code), line(part?.source), frame.column);
    return { ...frame, column };
  }

  /** The first place that the runtime will not compile. */
  compileError(): SourceLocation | undefined {
    for (const { file, source } of this.#parts.values()) {
      const found = file.endsWith('.json') ? undefined : compileErrorIn(file, source);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #part(file: string): Part | CouldNotRun {
    const known = this.#parts.get(file);
    if (known !== undefined) return known;
    const source = withoutByteOrderMark(this.#files.get(file) ?? '');
    const code = file.endsWith('.json') ? `export default ${source.trim() || 'undefined'}` : source;
    const transformed = transform(file, code);
    if (transformed.kind !== 'transformed') return transformed;
    const part = { file, source, transformed, shape: shapeOf(transformed.code) };
    this.#parts.set(file, part);
    return part;
  }

  #target(from: string, specifier: string): Target | undefined {
    if (isRelative(specifier)) {
      const file = resolveRelative(this.#files, from, specifier);
      return file === undefined ? undefined : { kind: 'file', file };
    }
    const address = this.#packages(specifier);
    return address === undefined ? undefined : { kind: 'package', address };
  }

  #missingExport(part: Part, wanted: ImportOf, file: string): CouldNotRun | undefined {
    for (const name of wanted.names) {
      if (this.#has(file, name, 'value') || this.#has(file, name, 'type')) continue;
      const exported = [...this.#exportsOf(file)];
      return { kind: 'missingExport', specifier: wanted.specifier, name, exported, at: placeOf(part, wanted) };
    }
    return undefined;
  }

  #exportsOf(file: string): ReadonlySet<string> {
    return this.#parts.get(file)?.shape?.exports ?? new Set();
  }

  /** Whether a module exports a name, itself or through `export *`; what cannot be known counts as yes. */
  #has(file: string, name: string, as: 'value' | 'type', seen = new Set<string>()): boolean {
    if (seen.has(file)) return false;
    seen.add(file);
    const part = this.#parts.get(file);
    if (part?.shape === undefined) return true;
    if (as === 'value' ? part.shape.exports.has(name) : declaresType(part.source, name)) return true;
    return part.shape.stars.some((specifier) => {
      const target = this.#target(file, specifier);
      return target?.kind !== 'file' || this.#has(target.file, name, as, seen);
    });
  }

  /**
   * A type re-exported without the word `type` looks like a value to a transformer that sees one file
   * at a time, and then the module that declares it has no such export. It gets one, of nothing.
   */
  #withTypeStubs(modules: ReadonlyMap<string, TypeScriptModule>): ReadonlyMap<string, TypeScriptModule> {
    const stubs = new Map<string, Set<string>>();
    for (const file of modules.keys()) {
      for (const wanted of this.#parts.get(file)?.shape?.imports ?? []) {
        const target = this.#target(file, wanted.specifier);
        if (target?.kind !== 'file') continue;
        const types = wanted.names.filter((name) => !this.#has(target.file, name, 'value'));
        if (types.length > 0) stubs.set(target.file, new Set([...(stubs.get(target.file) ?? []), ...types]));
      }
    }
    const stubbed = (module: TypeScriptModule, names: ReadonlySet<string> | undefined): TypeScriptModule =>
      names === undefined ? module : { ...module, code: module.code + stubsFor(names) };
    return new Map([...modules].map(([file, module]) => [file, stubbed(module, stubs.get(file))]));
  }
}

function addressOfTarget(target: Target): string {
  return target.kind === 'file' ? addressOf(target.file) : target.address;
}

function stubsFor(names: ReadonlySet<string>): string {
  return [...names]
    .map((name, index) => `\nconst groundUpType${index} = undefined; export { groundUpType${index} as ${name} };`)
    .join('');
}

/** Read off the source loosely: at worst a value that is missing is reported by the runtime instead. */
function declaresType(source: string, name: string): boolean {
  const escaped = name.replace(/\$/g, '\\$');
  return new RegExp(`\\b(?:interface|type)\\s+${escaped}\\b|\\btype\\s*\\{[^}]{0,2000}\\b${escaped}\\b`).test(source);
}

function missingImport(part: Part, wanted: ImportOf): CouldNotRun {
  return { kind: 'missingImport', specifier: wanted.specifier, at: placeOf(part, wanted) };
}

/** Of the specifier in the learner's source: the line is the same in the transformed code, the column need not be. */
function placeOf(part: Part, wanted: ImportOf): SourceLocation {
  const line = part.transformed.code.slice(0, wanted.at).split('\n').length;
  const text = part.source.split('\n')[line - 1] ?? '';
  const column = Math.max(text.indexOf(`'${wanted.specifier}'`), text.indexOf(`"${wanted.specifier}"`), 0);
  return { file: part.file, line, column: column + 1 };
}
