import * as v from 'valibot';
import { connectionSchema, noteSchema, placeSchema } from '../../storming/read.ts';
import { limits, noteKinds, type Wall } from '../../storming/wall.ts';

/**
 * What the wall's host and its page say to each other. The page says `ready` and gets all there is to show, and again
 * whenever the file's text has changed, by whomever. What it asks for is done to the text, never to the page alone.
 */
export type ToPage =
  | { readonly type: 'state'; readonly state: WallState }
  /** What was asked for was not done, and why. */
  | { readonly type: 'refused'; readonly sentence: string };

export type WallState =
  | { readonly kind: 'wall'; readonly wall: Wall; readonly readOnly: boolean }
  /** The text stays as it is until somebody mends it. */
  | { readonly kind: 'unreadable'; readonly sentence: string };

const plain = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });
const id = noteSchema.entries.id;
const at = placeSchema.entries.at;

const editSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('add'), note: noteSchema }),
  v.strictObject({ kind: v.literal('write'), id, text: v.pipe(v.string(), v.maxLength(limits.text)) }),
  v.strictObject({ kind: v.literal('move'), id, to: placeSchema }),
  v.strictObject({ kind: v.literal('turn'), id, into: v.picklist(noteKinds) }),
  v.strictObject({ kind: v.literal('remove'), id }),
  v.strictObject({ kind: v.literal('connect'), connection: connectionSchema }),
  v.strictObject({ kind: v.literal('disconnect'), connection: connectionSchema }),
  v.strictObject({ kind: v.literal('makeRoom'), at }),
]);

export const fromPageSchema = v.variant('type', [
  plain('ready'),
  v.strictObject({ type: v.literal('edit'), edit: editSchema }),
  /** To the class that carries the note's name. */
  v.strictObject({ type: v.literal('showInCode'), id }),
  /** After the edits that were asked for before. */
  plain('save'),
  plain('openAsText'),
  plain('exportAsSvg'),
  plain('exportAsMarkdown'),
]);

/** What somebody asked for on the page. */
export type FromPage = v.InferOutput<typeof fromPageSchema>;
