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

const edits = v.pipe(v.array(v.strictObject({ file: text, was: text, becomes: v.string() })), v.nonEmpty());

const Alternatives: v.GenericSchema<unknown, Alternative[]> = v.array(v.strictObject({ name: text, edits }));

const List: v.GenericSchema<unknown, Mistake[]> = v.array(
  v.strictObject({
    name: text,
    toldAs: v.exactOptional(text),
    step: text,
    edits: v.exactOptional(edits),
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

/** A right solution in another style, in the few words it changes; whole rewrites are folders below alternatives. */
export interface Alternative {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** Those listed in alternatives.ts; none in the packed extension, which leaves them out. */
export async function readAlternatives(of: MistakesOf): Promise<readonly Alternative[]> {
  return readList(of, 'alternatives.ts', Alternatives);
}

/** Those listed in mistakes.ts; none in the packed extension, which leaves them out. */
export async function readMistakes(of: MistakesOf): Promise<readonly Mistake[]> {
  return readList(of, 'mistakes.ts', List);
}

async function readList<Item>(
  { exercisesFolder, id, language }: MistakesOf,
  name: string,
  schema: v.GenericSchema<unknown, Item[]>,
): Promise<readonly Item[]> {
  const file = join(exercisesFolder, id, language, name);
  if (!existsSync(file)) return [];
  const { default: listed }: { default?: unknown } = await import(pathToFileURL(file).href);
  try {
    return v.parse(schema, listed);
  } catch (failure) {
    throw new Error(`${file} is no list of ${name.replace('.ts', '')}: ${messageOf(failure)}`);
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
export async function composeMistake(of: MistakesOf, { name, edits }: Pick<Mistake, 'name' | 'edits'>): Promise<Tree> {
  const { exercisesFolder, id, language } = of;
  if (edits === undefined) return composeVariant(exercisesFolder, id, 'mistakes', name, language);
  return composeEdits(of, edits);
}

/** @throws when an edit's `was` is not found exactly once in the solution. */
export async function composeEdits(
  { exercisesFolder, id, language }: MistakesOf,
  edits: readonly TextEdit[],
): Promise<Tree> {
  const solution = await composeSolution(exercisesFolder, id, language);
  const texts = textsOf(solution);
  const changed = [...Map.groupBy(edits, ({ file }) => file)].map(([file, ofFile]) => {
    const source = texts.get(file);
    if (source === undefined) throw new Error(`the solution has no ${file}`);
    return [file, Buffer.from(applyEdits(source, ofFile))] as const;
  });
  return new Map([...solution, ...changed]);
}
