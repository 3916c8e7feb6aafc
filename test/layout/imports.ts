import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** One import as it stands in a file, paths relative to the project. */
export interface Import {
  readonly file: string;
  readonly specifier: string;
  /** The imported file for a relative specifier, undefined for a package. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*\s{},$]+?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"\n]+)['"]\s*\)/g;

export function filesBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.split(sep).includes('node_modules'));
}

export function importsOf(root: string, file: string, text = readFileSync(file, 'utf8')): Import[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const target = specifier.startsWith('.') ? relative(root, resolve(dirname(file), specifier)) : undefined;
    return { file: relative(root, file), specifier, target, typeOnly: match[1] !== undefined };
  });
}
