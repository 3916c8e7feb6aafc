import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const schema = v.object({ pid: v.number(), connectionString: v.optional(v.string()) });

/** Who holds a data folder. Only says who; the lock itself is on the database file and dies with its process. */
export type Owner = v.InferOutput<typeof schema>;

const fileName = 'owner.json';

/** Undefined when nobody has said so, or what is there makes no sense. */
export function readOwner(folder: string): Owner | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(join(folder, fileName), 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

export function writeOwner(folder: string, owner: Owner): void {
  writeFileSync(join(folder, fileName), `${JSON.stringify(owner)}\n`);
}

export function removeOwner(folder: string): void {
  rmSync(join(folder, fileName), { force: true });
}
