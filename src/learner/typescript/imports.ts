import { parse } from 'es-module-lexer/js';

/** An import or re-export of a file, as it stands in the transformed code. */
export interface ImportOf {
  readonly specifier: string;
  /** The names asked for; `default` included, a namespace or a bare import asks for none. */
  readonly names: readonly string[];
  /** An `import()` may fail at run time and be caught; what stands at the top may not. */
  readonly dynamic: boolean;
  /** Where the specifier stands in the code. */
  readonly at: number;
}

export interface ModuleShape {
  readonly imports: readonly ImportOf[];
  /** Exported names, without those of `export *`. */
  readonly exports: ReadonlySet<string>;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
}

/** Reads what a module imports and exports; undefined when it is no module that can be read. */
export function shapeOf(code: string): ModuleShape | undefined {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(code);
  } catch {
    return undefined;
  }
  const [found, exported] = parsed;
  const imports = found.flatMap((entry): ImportOf[] => {
    if (!('specifier' in entry) || typeof entry.specifier !== 'string') return [];
    const dynamic = entry.type === 'dynamic';
    const names = dynamic ? [] : namesIn(code.slice(entry.importStart, entry.start));
    return [{ specifier: entry.specifier, names, dynamic, at: entry.start }];
  });
  const exports = new Set(exported.flatMap((entry) => ('name' in entry && entry.name !== null ? [entry.name] : [])));
  const stars = exported.flatMap((entry) => (entry.type === 'reexport-all' ? [entry.from] : []));
  return { imports, exports, stars };
}

/** `import a, { b as c } from '` asks for `default` and `b`. */
function namesIn(clause: string): string[] {
  const plain = clause.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const braced = /\{([\s\S]*)\}/.exec(plain)?.[1] ?? '';
  const names = braced.split(',').map((part) => part.trim().split(/\s+as\s+/)[0] ?? '');
  const byDefault = /^import\s+(?!from\b)[\p{L}_$][\p{L}\p{N}_$]*/u.test(plain) ? ['default'] : [];
  return [...byDefault, ...names.filter((name) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name))];
}
