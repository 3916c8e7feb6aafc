import type { Change } from './edit.ts';
import type { Site } from './syntax.ts';

/** One kind of small mistake, and all the ways to make it at one place of a program. */
export interface Operator {
  /** In words joined by hyphens: `throw-removed`. */
  readonly name: string;
  readonly changes: (site: Site) => readonly Change[];
}
