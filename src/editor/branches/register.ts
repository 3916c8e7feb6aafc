import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { TutorialCommands } from '../tutorial-commands.ts';
import type { BranchDependencies, Branches } from './branches.ts';

/** Registers the commands, and loads all that is behind them when somebody first asks for one. */
export function registerBranches(
  dependencies: BranchDependencies & { readonly commands: TutorialCommands },
): Disposable {
  const owned = new DisposableStore();
  let loading: Promise<Branches> | undefined;
  const branches = () => {
    loading ??= import('./branches.ts').then((part) => owned.add(new part.Branches(dependencies)));
    return loading;
  };
  owned.add(dependencies.commands.handle('validateBranches', async () => (await branches()).validate()));
  owned.add(dependencies.commands.handle('followBranches', async () => (await branches()).follow()));
  return owned;
}
