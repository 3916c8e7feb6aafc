import { dirname, relative } from 'node:path/posix';
import type { Module } from './modules.ts';

/** A package, or a file that is there already: what it gives out. */
export interface Known {
  /** As `Module.path`; or a package's name. */
  readonly path: string;
  readonly isPackage?: boolean;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** The files of a program by path, each with the imports it needs for the names that it uses. */
export function filesOf(modules: readonly Module[], known: readonly Known[]): Map<string, string> {
  const sources: readonly Known[] = [...known, ...modules];
  return new Map(modules.map((module) => [`src/${module.path}.ts`, textOf(module, sources)]));
}

function textOf(module: Module, sources: readonly Known[]): string {
  if (module.passesOn !== undefined)
    return `export * from '${from(module, { path: module.passesOn, values: [], types: [] })}';\n`;
  const used = new Set(
    module.lines
      .join('\n')
      .replaceAll(/'[^'\n]*'/g, '')
      .match(/[A-Za-z_]\w*/g),
  );
  const own = new Set([...module.values, ...module.types]);
  const imports = sources.flatMap((source) => {
    const isWanted = (name: string) => used.has(name) && !own.has(name);
    const names = [...source.types.filter(isWanted).map((name) => `type ${name}`), ...source.values.filter(isWanted)];
    return names.length === 0 ? [] : [`import { ${names.join(', ')} } from '${from(module, source)}';`];
  });
  const text = [...imports, ...(imports.length === 0 ? [] : ['']), ...module.lines].join('\n');
  return `${text.replaceAll(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}

function from(module: Module, { path, isPackage }: Known): string {
  if (isPackage) return path;
  const way = relative(dirname(module.path), path);
  return way.startsWith('.') ? way : `./${way}`;
}

/** Without the semicolons at the ends of lines, and with one before a line that would else go on with the line above. */
export function withoutSemicolons(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => {
      const goesOn = /^\s*[[(`]/.test(line) && /[;}]$/.test(lines[at - 1] ?? '');
      return line.replace(/^(\s*)/, goesOn ? '$1;' : '$1').replace(/;$/, '');
    })
    .join('\n');
}
