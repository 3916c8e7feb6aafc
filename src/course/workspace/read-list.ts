import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { messageOf } from '../../base/errors.ts';
import type { TextEdit } from './text-edit.ts';

const text = v.pipe(v.string(), v.nonEmpty());

export const Edits: v.GenericSchema<unknown, TextEdit[]> = v.pipe(
  v.array(v.strictObject({ file: text, was: text, becomes: v.string() })),
  v.nonEmpty(),
);

/** What an exercise has in one language: `exercisesFolder/id/language`. */
export interface InLanguage {
  readonly exercisesFolder: string;
  /** The exercise's. */
  readonly id: string;
  /** The name of the language's folder. */
  readonly language: string;
}

/**
 * The list that an author wrote as the default export of a module beside the files of an exercise; empty where there is no
 * such module. From the sources it is TypeScript; what the extension carries of it is compiled.
 */
export async function readList<Item>(
  { exercisesFolder, id, language }: InLanguage,
  name: string,
  schema: v.GenericSchema<unknown, Item[]>,
): Promise<readonly Item[]> {
  const names = [`${name}.cjs`, `${name}.ts`].map((file) => join(exercisesFolder, id, language, file));
  const file = names.find(existsSync);
  if (file === undefined) return [];
  const module: unknown = await import(pathToFileURL(file).href);
  try {
    return v.parse(schema, defaultOf(module));
  } catch (failure) {
    throw new Error(`${file} is no list of ${name}: ${messageOf(failure)}`);
  }
}

/** A CommonJS module imported from here has its exports one level deeper. */
function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? defaultOf(module.default) : module;
}
