import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { TutorialCommands } from '../tutorial-commands.ts';
import type { BranchDependencies, Branches } from './branches.ts';

/** Registers the command, and loads all that is behind it when somebody first asks for it. */
export function registerBranches(
  dependencies: BranchDependencies & { readonly commands: TutorialCommands },
): Disposable {
  const owned = new DisposableStore();
  let loading: Promise<Branches> | undefined;
  owned.add(
    dependencies.commands.handle('validateBranches', async () => {
      loading ??= import('./branches.ts').then((part) => owned.add(new part.Branches(dependencies)));
      await (await loading).validate();
    }),
  );
  return owned;
}
