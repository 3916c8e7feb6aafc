import { type Finding, findingsOn } from '../../src/storming/findings.ts';
import { type Layout, layoutOf } from '../../src/storming/layout.ts';
import type { Wall } from '../../src/storming/wall.ts';
import { linksOf, spokenNote } from '../../src/storming/words.ts';

/** A wall and all that is worked out from it, once for each change. */
export interface HungWall {
  readonly wall: Wall;
  readonly layout: Layout;
  /** What is read out of each note, by its id. */
  readonly labels: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

export function hung(wall: Wall): HungWall {
  const links = linksOf(wall);
  const alone = { causes: [], effects: [] };
  const labels = new Map(wall.notes.map((note) => [note.id, spokenNote(note, links.get(note.id) ?? alone)]));
  return { wall, layout: layoutOf(wall), labels, findings: findingsOn(wall) };
}
