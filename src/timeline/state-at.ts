import { noPicture, type Picture } from '../domain/picture.ts';
import type { Failure } from './entry.ts';
import type { FieldValue } from './field-value.ts';

/** The aggregate at one stop in time. */
export interface StateAt {
  readonly fields: readonly FieldValue[];
  readonly picture: Picture;
  /** Whether the aggregate shows all of its picture itself, or some of it was drawn from its events. */
  readonly pictureFrom: 'state' | 'events';
  /** Why there is no newer state than this one: the event that was next could not be applied. */
  readonly stuck?: Stuck;
}

export interface Stuck {
  /** The entry that could not be applied, counted from 0. */
  readonly entry: number;
  readonly failure: Failure;
}

export const unknownState: StateAt = { fields: [], picture: noPicture, pictureFrom: 'events' };
