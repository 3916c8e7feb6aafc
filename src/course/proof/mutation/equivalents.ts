import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { messageOf } from '../../../base/errors.ts';
import { codeOf } from '../../workspace/disk.ts';
import { keyText, type MutantKey } from './mutants.ts';

/** A mutant that does the same as the solution, or differs in what the exercise leaves open; and why that is so. */
export interface Equivalent extends MutantKey {
  readonly why: string;
}

const text = v.pipe(v.string(), v.nonEmpty());

const List = v.array(
  v.strictObject({
    file: text,
    operator: text,
    was: text,
    becomes: v.string(),
    occurrence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    why: text,
  }),
);

/** Where an exercise lists the equivalent mutants in a language; one that has none needs no list. */
export const equivalentsFile = 'equivalents.json';

/** Those listed in the folder of one language of an exercise, by `keyText`. */
export async function readEquivalents(folder: string): Promise<ReadonlyMap<string, Equivalent>> {
  const path = join(folder, equivalentsFile);
  const listed = parseEquivalents(await textIn(path), path);
  return new Map(listed.map((equivalent) => [keyText(equivalent), equivalent]));
}

/** `path` is for the error only. */
export function parseEquivalents(json: string, path: string): readonly Equivalent[] {
  try {
    return v.parse(List, JSON.parse(json));
  } catch (failure) {
    throw new Error(`${path} is no list of equivalent mutants: ${messageOf(failure)}`);
  }
}

async function textIn(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return '[]';
    throw failure;
  }
}
