import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Says where a package that the learner imports is found: a file's URL, `builtin`, `import:` and the URL to resolve from, or nowhere. */
export type Packages = (specifier: string) => string | undefined;

export interface PackageSources {
  /** The learner's folder, whose own `node_modules` is asked first. */
  readonly workspace?: string;
  /** Packages that are provided when the learner has none of their own: name → file or folder. */
  readonly packages?: Readonly<Record<string, string>>;
}

export function createPackages({ workspace, packages = {} }: PackageSources): Packages {
  const own = workspace === undefined ? undefined : pathToFileURL(join(workspace, 'package.json')).href;
  const known = new Map<string, string | undefined>();
  return (specifier) => {
    if (isBuiltin(specifier)) return 'builtin';
    const before = known.get(specifier);
    if (before !== undefined) return before;
    const found = (own === undefined ? undefined : resolved(own, specifier)) ?? provided(packages, specifier);
    if (found !== undefined) known.set(specifier, found);
    return found;
  };
}

function provided(packages: Readonly<Record<string, string>>, specifier: string): string | undefined {
  for (const [name, path] of Object.entries(packages)) {
    if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
    return resolved(pathToFileURL(join(path, 'package.json')).href, join(path, specifier.slice(name.length)));
  }
  return undefined;
}

function resolved(from: string, specifier: string): string | undefined {
  const require = createRequire(from);
  try {
    return pathToFileURL(require.resolve(specifier)).href;
  } catch (failure) {
    return onlyForImport(failure) ? `import:${from}` : undefined;
  }
}

/** A package may be there and serve `import` only, which `require.resolve` does not look at. */
function onlyForImport(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
}
