import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { messageOf } from '../../base/errors.ts';
import { composeSolution, composeVariant, variantNames } from '../workspace/compose.ts';
import { type Tree, textsOf } from '../workspace/tree.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/** A wrong solution, and what its writer must be told. */
export interface Mistake {
  /** Words joined by hyphens; no two of an exercise have the same. */
  readonly name: string;
  /** What a judgement calls it, where that isn’t its name: another way to make a mistake that has one. */
  readonly toldAs?: string;
  /** The step that tells it: the first one that is not yet. */
  readonly step: string;
  /** What makes the solution wrong; without them it is a rewrite, and the folder `mistakes/NAME` holds its files. */
  readonly edits?: readonly TextEdit[];
  /** Why its types are wrong, where that is part of the mistake; all others compile. */
  readonly typesAreWrong?: string;
}

const text = v.pipe(v.string(), v.nonEmpty());

const List: v.GenericSchema<unknown, Mistake[]> = v.array(
  v.strictObject({
    name: text,
    toldAs: v.exactOptional(text),
    step: text,
    edits: v.exactOptional(
      v.pipe(v.array(v.strictObject({ file: text, was: text, becomes: v.string() })), v.nonEmpty()),
    ),
    typesAreWrong: v.exactOptional(text),
  }),
);

/** What an exercise's mistakes are made of. */
export interface MistakesOf {
  readonly exercisesFolder: string;
  /** The exercise's. */
  readonly id: string;
  /** The name of the language's folder. */
  readonly language: string;
}

/** Those listed in mistakes.ts; none in the packed extension, which leaves them out. */
export async function readMistakes({ exercisesFolder, id, language }: MistakesOf): Promise<readonly Mistake[]> {
  const file = join(exercisesFolder, id, language, 'mistakes.ts');
  if (!existsSync(file)) return [];
  const { default: listed }: { default?: unknown } = await import(pathToFileURL(file).href);
  try {
    return v.parse(List, listed);
  } catch (failure) {
    throw new Error(`${file} is no list of mistakes: ${messageOf(failure)}`);
  }
}

/** Rewrites that no entry names, and names that are there twice: each in a few words. */
export async function strayMistakes(of: MistakesOf, mistakes: readonly Mistake[]): Promise<string[]> {
  const names = mistakes.map(({ name }) => name);
  const rewrites = new Set(mistakes.flatMap(({ name, edits }) => (edits === undefined ? [name] : [])));
  const folders = await variantNames(of.exercisesFolder, of.id, 'mistakes', of.language);
  return [
    ...folders.filter((name) => !rewrites.has(name)).map((name) => `the folder mistakes/${name}, which no entry names`),
    ...names.filter((name, at) => names.indexOf(name) < at).map((name) => `${name} twice in mistakes.ts`),
  ];
}

/** @throws when an edit's `was` is not found exactly once in the solution. */
export async function composeMistake({ exercisesFolder, id, language }: MistakesOf, mistake: Mistake): Promise<Tree> {
  const { name, edits } = mistake;
  if (edits === undefined) return composeVariant(exercisesFolder, id, 'mistakes', name, language);
  const solution = await composeSolution(exercisesFolder, id, language);
  const texts = textsOf(solution);
  const changed = [...Map.groupBy(edits, ({ file }) => file)].map(([file, ofFile]) => {
    const source = texts.get(file);
    if (source === undefined) throw new Error(`the solution has no ${file}`);
    return [file, Buffer.from(applyEdits(source, ofFile))] as const;
  });
  return new Map([...solution, ...changed]);
}
