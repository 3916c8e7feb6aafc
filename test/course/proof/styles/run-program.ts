import { createRequire } from 'node:module';
import { join } from 'node:path/posix';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

export type Exports = Readonly<Record<string, unknown>>;

const requirePackage = createRequire(import.meta.url);

/** Gives a module of a program by its path. */
export type Load = (path: string) => Exports;

/** Runs modules of a program in this very process, as nothing of the product does. */
export function modulesOf(files: ReadonlyMap<string, string>): Load {
  const loaded = new Map<string, { exports: Exports }>();
  const load: Load = (path) => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const text = files.get(path);
    if (text === undefined) throw new Error(`There is no ${path} in the program.`);
    const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'node24', sourcefile: path });
    const module = { exports: {} };
    loaded.set(path, module);
    const required = (name: string): unknown =>
      name.startsWith('.') ? load(`${join(path, '..', name)}.ts`) : requirePackage(name);
    compileFunction(code, ['module', 'exports', 'require'], { filename: path })(module, module.exports, required);
    return module.exports;
  };
  return load;
}
