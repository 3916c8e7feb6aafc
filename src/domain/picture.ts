import type { GamePicture } from './connect-four/game-picture.ts';

/** How an aggregate is shown beside its fields. A new kind is one more line here, and in the contract of the page. */
export type Picture = NoPicture | TablePicture | GamePicture;

/** Its fields say it all. */
export interface NoPicture {
  readonly kind: 'none';
}

/** Lines that are alike, such as those of an order. */
export interface TablePicture {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly string[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
}

export const noPicture: NoPicture = { kind: 'none' };
