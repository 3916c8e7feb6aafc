import * as v from 'valibot';
import type { SourceLocation } from '../../base/source-location.ts';
import type { Thrown } from '../protocol.ts';

const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1));

export const locationSchema: v.GenericSchema<unknown, SourceLocation> = v.object({
  file: v.string(),
  line: fromOne,
  column: fromOne,
  function: v.exactOptional(v.string()),
});

/** What was thrown, as any driver tells it. */
export const thrownSchema: v.GenericSchema<unknown, Thrown> = v.object({
  name: v.string(),
  message: v.string(),
  isError: v.boolean(),
  origin: v.picklist(['learner', 'language', 'package']),
  deliberate: v.boolean(),
  frames: v.array(locationSchema),
});
