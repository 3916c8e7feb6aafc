import module from 'node:module';
import { scheme, type TypeScriptModule } from '../wire.ts';
import { fileAtAddress } from './frames.ts';
import { bare, getFrom, hasOwn, indexIn, ownKeys, slice } from './primordials.ts';
import type { LearnerSources } from './thrown.ts';

/** The learner's modules as they came from the host, served to the runtime's own loader from memory. */
export interface ModuleTable {
  readonly sources: LearnerSources;
  add(added: TypeScriptModule): void;
}

/** Undefined where the runtime has no `module.registerHooks`. */
export function serveModules(): ModuleTable | undefined {
  if (typeof module.registerHooks !== 'function') return undefined;
  const table: Record<string, TypeScriptModule> = bare({});
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
  const codes: Record<string, string> = bare({});
  return {
    sources: {
      contain: (text) => contains(codes, text),
      codeOf: (file) => (hasOwn(codes, file) ? codes[file] : undefined),
    },
    add(added) {
      table[added.address] = added;
      const file = startsWith(added.address, scheme) ? fileAtAddress(added.address) : undefined;
      if (file !== undefined) codes[file] = added.code;
    },
  };
}

function contains(codes: Readonly<Record<string, string>>, text: string): boolean {
  const files = ownKeys(codes);
  for (let index = 0; index < files.length; index++) {
    const file = files[index];
    if (typeof file === 'string' && indexIn(codes[file] ?? '', text) >= 0) return true;
  }
  return false;
}

function served(address: string) {
  return { url: address, format: 'module', shortCircuit: true };
}

/** A specifier put together at run time is not in the table of its module; it may still mean one of the modules. */
function targetOf(table: Record<string, TypeScriptModule>, parent: string, specifier: string): string {
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
