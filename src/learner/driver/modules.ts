import module from 'node:module';
import type { ProgramModule } from '../wire.ts';
import { scheme } from '../wire.ts';
import { bare, getFrom, hasOwn, slice } from './primordials.ts';

/** The learner's modules as they came from the host, served to the runtime's own loader from memory. */
export interface ModuleTable {
  add(added: ProgramModule): void;
}

/** Undefined where the runtime has no `module.registerHooks`. */
export function serveModules(): ModuleTable | undefined {
  if (typeof module.registerHooks !== 'function') return undefined;
  const table: Record<string, ProgramModule> = bare({});
  module.registerHooks({
    resolve(specifier, context, next) {
      if (hasOwn(table, specifier)) return served(specifier);
      const parent = context.parentURL;
      if (parent === undefined || !hasOwn(table, parent)) return next(specifier, context);
      const target = targetOf(table, parent, specifier);
      if (hasOwn(table, target)) return served(target);
      if (target === 'builtin') return next(specifier, context);
      if (!startsWith(target, 'import:')) return next(target, context);
      return next(specifier, { ...context, parentURL: slice(target, 'import:'.length) });
    },
    load(url, context, next) {
      const found = hasOwn(table, url) ? table[url] : undefined;
      if (found === undefined) return next(url, context);
      const json = hasOwn(context.importAttributes, 'type') && getFrom(context.importAttributes, 'type') === 'json';
      const source = json ? slice(found.code, 'export default '.length) : found.code;
      return { format: json ? 'json' : 'module', source, shortCircuit: true };
    },
  });
  return {
    add(added) {
      table[added.address] = added;
    },
  };
}

function served(address: string) {
  return { url: address, format: 'module', shortCircuit: true };
}

/** A specifier put together at run time is not in the table of its module; it may still mean one of the modules. */
function targetOf(table: Record<string, ProgramModule>, parent: string, specifier: string): string {
  const imports = table[parent]?.imports;
  const known = imports !== undefined && hasOwn(imports, specifier) ? imports[specifier] : undefined;
  if (known !== undefined) return known;
  const joined = new URL(specifier, parent).href;
  if (startsWith(joined, scheme) && hasOwn(table, joined)) return joined;
  throw new Error(`Cannot find module '${specifier}'.`);
}

function startsWith(text: string, start: string): boolean {
  return slice(text, 0, start.length) === start;
}
