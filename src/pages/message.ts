import * as v from 'valibot';

/**
 * What a page said, checked at the border against the `fromPageSchema` of its contract; undefined for whatever no page of
 * ours sends.
 */
export function readFromPage<const Schema extends v.GenericSchema>(
  fromPageSchema: Schema,
  message: unknown,
): v.InferOutput<Schema> | undefined {
  const read = v.safeParse(fromPageSchema, message);
  return read.success ? read.output : undefined;
}
