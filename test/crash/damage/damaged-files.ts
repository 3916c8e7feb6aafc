import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseIn, sealIn } from '../../../src/eventstore/disk/store-files.ts';
import { openEmbeddedStore } from '../../../src/eventstore/open.ts';
import { randomFrom } from '../random.ts';
import { Failed, fill, readEverything } from './content.ts';
import { type Harm, harms, spoil } from './spoil.ts';

export interface DamagePlan {
  readonly files: number;
  readonly seed: number;
  /** How the store was left: closed in order, or by a process that was killed. */
  readonly left: 'closed' | 'killed';
  /** Told after each file. */
  readonly progress?: (files: number) => void;
}

export interface DamageReport {
  /** `opening`: the store was not opened. `remark`: it was, all of it was right, and the change was told. */
  readonly told: Readonly<Record<'opening' | 'read' | 'remark', number>>;
  /** All of it was right, and nobody was told: where nothing is kept, a flipped bit says nothing. */
  readonly untold: number;
  /** What was served as right and was not; must be empty. */
  readonly wrong: readonly string[];
}

type Outcome = keyof DamageReport['told'] | 'untold' | { readonly wrong: string };

/** Spoils copies of one store's file, each in another way, opens each and compares all that it gives with what was written. */
export async function runDamage({ files, seed, left, progress }: DamagePlan): Promise<DamageReport> {
  const random = randomFrom(seed);
  const base = mkdtempSync(join(tmpdir(), 'ground-up-damage-'));
  const sound = join(base, 'sound');
  const told = { opening: 0, read: 0, remark: 0 };
  const wrong: string[] = [];
  let untold = 0;
  try {
    const truth = await written(sound);
    if (left === 'killed') writeFileSync(sealIn(sound), '{"state":"open"}\n');
    for (let n = 0; n < files; n += 1) {
      const folder = join(base, 'spoiled');
      cpSync(sound, folder, { recursive: true });
      const harm: Harm = harms[n % harms.length] ?? 'a flipped bit';
      const where = spoil(databaseIn(folder), harm, random);
      const outcome = await lookAt(folder, truth);
      if (typeof outcome === 'object') wrong.push(`${harm} (${where}): ${outcome.wrong}`);
      else if (outcome === 'untold') untold += 1;
      else told[outcome] += 1;
      rmSync(folder, { recursive: true, force: true });
      progress?.(n + 1);
    }
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
  return { told, untold, wrong };
}

async function written(folder: string): Promise<Awaited<ReturnType<typeof readEverything>>> {
  const store = await opened(folder);
  await fill(store);
  const truth = await readEverything(store);
  store.dispose();
  return truth;
}

async function opened(folder: string) {
  const result = await openEmbeddedStore(folder);
  if (result.kind !== 'opened') throw new Error(result.reason);
  return result.store;
}

async function lookAt(folder: string, truth: Awaited<ReturnType<typeof readEverything>>): Promise<Outcome> {
  const result = await openEmbeddedStore(folder);
  if (result.kind !== 'opened') return 'opening';
  const { store } = result;
  try {
    const found = await readEverything(store);
    const failures = [...found.values()].filter((value) => value instanceof Failed);
    for (const [name, value] of found) {
      if (!(value instanceof Failed) && value !== truth.get(name)) return { wrong: `${name} is not what was written` };
    }
    if (failures.length > 0) return 'read';
    return store.remark === undefined ? 'untold' : 'remark';
  } finally {
    store.dispose();
  }
}
