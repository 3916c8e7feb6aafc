import * as v from 'valibot';
import { composeSolution, composeVariant, variantNames } from '../workspace/compose.ts';
import { editTree } from '../workspace/edit-tree.ts';
import { Edits, type InLanguage, readList } from '../workspace/read-list.ts';
import type { TextEdit } from '../workspace/text-edit.ts';
import type { Tree } from '../workspace/tree.ts';

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

const Alternatives: v.GenericSchema<unknown, Alternative[]> = v.array(v.strictObject({ name: text, edits: Edits }));

const List: v.GenericSchema<unknown, Mistake[]> = v.array(
  v.strictObject({
    name: text,
    toldAs: v.exactOptional(text),
    step: text,
    edits: v.exactOptional(Edits),
    typesAreWrong: v.exactOptional(text),
  }),
);

/** A right solution in another style, in the few words it changes; whole rewrites are folders below alternatives. */
export interface Alternative {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** Those listed in alternatives.ts; none in the packed extension, which leaves them out. */
export async function readAlternatives(of: InLanguage): Promise<readonly Alternative[]> {
  return readList(of, 'alternatives', Alternatives);
}

/** Those listed in mistakes.ts; none in the packed extension, which leaves them out. */
export async function readMistakes(of: InLanguage): Promise<readonly Mistake[]> {
  return readList(of, 'mistakes', List);
}

/** Rewrites that no entry names, and names that are there twice: each in a few words. */
export async function strayMistakes(of: InLanguage, mistakes: readonly Mistake[]): Promise<string[]> {
  const names = mistakes.map(({ name }) => name);
  const rewrites = new Set(mistakes.flatMap(({ name, edits }) => (edits === undefined ? [name] : [])));
  const folders = await variantNames(of.exercisesFolder, of.id, 'mistakes', of.language);
  return [
    ...folders.filter((name) => !rewrites.has(name)).map((name) => `the folder mistakes/${name}, which no entry names`),
    ...names.filter((name, at) => names.indexOf(name) < at).map((name) => `${name} twice in mistakes.ts`),
  ];
}

/** @throws when an edit's `was` is not found exactly once in the solution. */
export async function composeMistake(of: InLanguage, { name, edits }: Pick<Mistake, 'name' | 'edits'>): Promise<Tree> {
  const { exercisesFolder, id, language } = of;
  if (edits === undefined) return composeVariant(exercisesFolder, id, 'mistakes', name, language);
  return composeEdits(of, edits);
}

/** @throws when an edit's `was` is not found exactly once in the solution. */
export async function composeEdits(
  { exercisesFolder, id, language }: InLanguage,
  edits: readonly TextEdit[],
): Promise<Tree> {
  const solution = await composeSolution(exercisesFolder, id, language);
  return editTree(solution, edits);
}
