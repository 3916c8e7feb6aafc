import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../disk.ts';
import { readFolder, sameBytes, type Tree } from '../tree.ts';
import { writeTree } from '../write-tree.ts';
import type { BackupSummary } from './change-result.ts';

/**
 * Without git, what was in a folder is kept as a copy: `backups/0003-reset/01-exercise-start-game/`.
 * Nobody but the learner ever deletes one.
 */
export const backupsFolder = 'backups';

/** Copies the files and reads the copy back; returns the copy's name. When this rejects, nothing may be changed. */
export async function copyToBackup(root: string, operation: string, branch: string, files: Tree): Promise<string> {
  const names = await backupNames(root);
  const number = Number(names[0]?.slice(0, 4) ?? 0) + 1;
  const name = `${String(number).padStart(4, '0')}-${operation}`;
  const copy = join(root, backupsFolder, name, branch);
  await mkdir(join(root, backupsFolder), { recursive: true });
  await mkdir(join(root, backupsFolder, name));
  await writeTree(copy, files);
  const kept = await readFolder(copy, isLearners);
  const lost = [...files].find(([path, bytes]) => !sameBytes(bytes, kept.get(path)));
  if (lost !== undefined) throw new Error(`${lost[0]} could not be copied to ${copy}.`);
  return `${backupsFolder}/${name}`;
}

/** A backup and what is in it. */
export interface FolderBackup extends BackupSummary {
  readonly branch: string;
}

/** The newest first. */
export async function folderBackups(root: string): Promise<FolderBackup[]> {
  const names = await backupNames(root);
  const backups = names.map(async (name): Promise<FolderBackup[]> => {
    const place = join(root, backupsFolder, name);
    const [branch] = await readdir(place);
    if (branch === undefined) return [];
    const operation = name.slice('0001-'.length);
    const occasion = `${occasions.get(operation) ?? operation} ${branch}`;
    return [{ name: `${backupsFolder}/${name}`, branch, date: (await stat(place)).mtime, occasion }];
  });
  return (await Promise.all(backups)).flat();
}

/** What is not the learner's own writing: it is neither copied nor taken away. */
export function isLearners(path: string): boolean {
  return !path.split('/').some((part) => part === 'node_modules' || part === '.git');
}

const occasions = new Map([
  ['reset', 'resetting'],
  ['bring-along', 'bringing a solution along to'],
  ['undo', 'undoing changes to'],
]);

async function backupNames(root: string): Promise<string[]> {
  try {
    const names = await readdir(join(root, backupsFolder));
    return names
      .filter((name) => /^\d{4}-/.test(name))
      .sort()
      .reverse();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
