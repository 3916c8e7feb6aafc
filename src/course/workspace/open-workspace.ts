import { messageOf } from '../../base/errors.ts';
import { openRepository } from '../git/repository.ts';
import { branchWorkspace } from './branch-workspace.ts';
import type { TutorialWorkspace } from './change/change-result.ts';
import { readExercises } from './exercises.ts';
import { folderWorkspace } from './folder-workspace.ts';
import { foldersRoot } from './marker.ts';

export interface OpenRequest {
  /** The folder that is open in the editor. */
  readonly folder: string;
  readonly exercisesFolder: string;
  /** The git binary; undefined where there is none. */
  readonly git: string | undefined;
}

export type OpenedWorkspace =
  | { readonly kind: 'workspace'; readonly workspace: TutorialWorkspace }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Finds out which way a learner's tutorial is kept. Reads only. */
export async function openWorkspace({ folder, exercisesFolder, git }: OpenRequest): Promise<OpenedWorkspace> {
  try {
    const exercises = await readExercises(exercisesFolder);
    const root = await foldersRoot(folder);
    if (root !== undefined) return { kind: 'workspace', workspace: folderWorkspace(root, exercises) };
    const opened = await openRepository(folder, git);
    if (opened.kind === 'refused') return opened;
    if (opened.kind === 'none') return { kind: 'refused', sentence: noTutorial(folder) };
    return { kind: 'workspace', workspace: branchWorkspace({ repository: opened.repository, exercises }) };
  } catch (error) {
    return { kind: 'refused', sentence: messageOf(error) };
  }
}

function noTutorial(folder: string): string {
  return `${folder} has no git repository of its own and no folders of the tutorial, so there is no exercise to go to. “Start the Tutorial” makes a new one.`;
}
