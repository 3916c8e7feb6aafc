import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts packages into a learner's `node_modules` that are not there yet, so that the editor knows
 * their types and a program finds them, with no network. What the learner has installed stays;
 * git ignores the folder. Says which packages were put there.
 */
export async function providePackages(workspace: string, packagesFolder: string): Promise<readonly string[]> {
  const modules = join(workspace, 'node_modules');
  const missing = (await packagesIn(packagesFolder)).filter((name) => !existsSync(join(modules, name)));
  for (const name of missing) await copyWhole(join(packagesFolder, name), join(modules, name));
  return missing;
}

/** Into a folder beside it first, so that nobody ever finds half a package. */
async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const beside = await mkdtemp(join(dirname(to), '.provided-'));
  try {
    await cp(from, beside, { recursive: true });
    await rename(beside, to);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Another window was faster.
    if (!existsSync(to)) throw error;
  }
}

async function packagesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  const scoped = await Promise.all(
    names.map(async (name) =>
      name.startsWith('@') ? (await readdir(join(folder, name))).map((inner) => `${name}/${inner}`) : [name],
    ),
  );
  return scoped.flat();
}
