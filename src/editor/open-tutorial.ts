import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../base/disposable.ts';
import { gitFolder } from '../course/current-exercise.ts';
import { registerBranches } from './branches/register.ts';
import { CodeOpener } from './course/code-opener.ts';
import { registerCourseCommands } from './course/commands.ts';
import { CourseModel, storesEvents } from './course/course-model.ts';
import { CourseDiagnostics } from './course/diagnostics.ts';
import { ExerciseMoves } from './course/exercise-moves.ts';
import { ExerciseTree } from './course/exercise-tree.ts';
import { GivenDocuments } from './course/given-documents.ts';
import { LearnerCode } from './course/learner-code.ts';
import { LearnerGuide } from './course/learner-guide.ts';
import { SolutionDocuments } from './course/solution-documents.ts';
import { StatusBar } from './course/status-bar.ts';
import { type BranchStep, StepThrough } from './course/step-through.ts';
import { CourseTests } from './course/testing.ts';
import { type CoursePart, TutorialSource } from './course/tutorial-source.ts';
import { Guide } from './guide/guide.ts';
import { type LearnerPanel, registerPanel } from './learner-panel.ts';
import { LearnerTests } from './learner-tests/learner-tests.ts';
import { registerPlayInTerminal } from './play-in-terminal.ts';
import type { HostedStore } from './store/hosted-store.ts';
import { WindowStore } from './store/window-store.ts';
import { readText } from './text.ts';
import type { TutorialCommands } from './tutorial-commands.ts';

export interface TutorialDependencies {
  readonly context: vscode.ExtensionContext;
  readonly folder: vscode.Uri;
  readonly commands: TutorialCommands;
  readonly exercisesFolder: string;
  readonly driverPath: string;
  readonly cliPath: string;
  /** Packages for a learner who can't install any. */
  readonly lentFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
}

/** Everything there is in the window of a tutorial, owned by what is returned. */
export function openTutorial(dependencies: TutorialDependencies): Disposable {
  const { context, folder, commands } = dependencies;
  const owned = new DisposableStore();
  const learnerCode = owned.add(new LearnerCode(dependencies));
  const source = new TutorialSource({ ...dependencies, runner: () => learnerCode.runner() });
  const storage = {
    read: () => context.workspaceState.get('groundUp.progress'),
    write: async (progress: unknown) => context.workspaceState.update('groundUp.progress', progress),
  };
  const model = owned.add(new CourseModel(source, storage));
  const store = owned.add(new WindowStore({ context, commands }));
  const code = new CodeOpener(folder);
  const solutions = owned.add(new SolutionDocuments(dependencies));
  const panel = owned.add(
    registerPanel({
      extensionUri: context.extensionUri,
      storage: context.workspaceState,
      learnerCode,
      code,
      commands,
      store: store.hosted,
    }),
  );
  const guide = owned.add(
    new Guide({
      model: new LearnerGuide(model, code, solutions),
      extension: context.extensionUri,
      loadParts: () => import('./guide/guide-parts.ts'),
    }),
  );
  owned.add(openWhenNeeded(model, store.hosted));
  owned.add(lendWhenNeeded(model, dependencies));
  owned.add(new ExerciseTree(model));
  owned.add(new StatusBar(model));
  owned.add(new CourseDiagnostics(model, folder));
  owned.add(registerCourseCommands({ model, guide, solutions, commands }));
  owned.add(registerPlayInTerminal({ folder, cliPath: dependencies.cliPath, commands, model, store: store.hosted }));
  const given = owned.add(new GivenDocuments(folder));
  owned.add(new ExerciseMoves({ ...dependencies, model, given }));
  const checks = owned.add(new StepThrough({ model, learnerCode, panel, commands }));
  const stepThrough = (step: BranchStep) => checks.ofBranch(step);
  owned.add(registerBranches({ ...dependencies, extensionUri: context.extensionUri, model, learnerCode, stepThrough }));
  owned.add(
    new CourseTests({
      model,
      folder,
      check: async () => void (await vscode.commands.executeCommand('groundUp.check')),
      readText: (file) => readText(vscode.Uri.joinPath(folder, file)),
    }),
  );
  owned.add(new LearnerTests({ ...dependencies, model, store: store.hosted }));
  void watchBranch(folder, () => void model.refresh()).then((watcher) => owned.add(watcher));
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(() => model.refreshTrust()));

  void model.refresh().then(() => welcome(context, code, panel, guide));
  return owned;
}

/** The exercises that keep their events open the store; before them there is nothing to keep. */
function openWhenNeeded(model: CourseModel, store: HostedStore): Disposable {
  return model.onDidChange(() => {
    if (storesEvents(model) && store.state.kind === 'notStarted') void store.open();
  });
}

/** From the exercise with tests on, the editor is to know the packages that these import. */
function lendWhenNeeded(model: CourseModel, { folder, lentFolder, loadPart }: TutorialDependencies): Disposable {
  let lent = false;
  return model.onDidChange(async () => {
    if (lent || model.state.kind !== 'open' || model.state.current.exercise.id < '02') return;
    lent = true;
    const { lendPackages } = await loadPart();
    await lendPackages(folder.fsPath, lentFolder);
  });
}

/** A switch of branches can be a switch of exercises. */
async function watchBranch(folder: vscode.Uri, changed: () => void): Promise<Disposable> {
  const owned = new DisposableStore();
  const pattern = new vscode.RelativePattern(vscode.Uri.file(await gitFolder(folder.fsPath)), 'HEAD');
  const watcher = owned.add(vscode.workspace.createFileSystemWatcher(pattern));
  owned.add(watcher.onDidChange(changed));
  owned.add(watcher.onDidCreate(changed));
  return owned;
}

/**
 * Right after the tutorial was made: the code, the panel and the guide, so that nobody has to look for them.
 * One page after the other: of two that start at once in a browser that never showed one, VS Code
 * 1.139 can leave the second empty, because both set up the worker that they load their files through.
 */
async function welcome(
  context: vscode.ExtensionContext,
  code: CodeOpener,
  panel: LearnerPanel,
  guide: Guide,
): Promise<void> {
  if (context.workspaceState.get('groundUp.welcomed') === true) return;
  await context.workspaceState.update('groundUp.welcomed', true);
  await code.atMember('src/domain/game.ts', 'Game');
  await panel.show();
  await guide.show();
  await vscode.commands.executeCommand('groundUp.exercises.focus');
}
