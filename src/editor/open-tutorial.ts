import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../base/disposable.ts';
import { messageOf } from '../base/errors.ts';
import { gitFolder } from '../course/current-exercise.ts';
import type { Language } from '../learner/language.ts';
import { registerBranches } from './branches/register.ts';
import { CodeOpener } from './course/code-opener.ts';
import { registerCourseCommands } from './course/commands.ts';
import { CourseActions } from './course/course-actions.ts';
import { CourseModel, storesEvents } from './course/course-model.ts';
import { CourseTests } from './course/course-tests.ts';
import { CourseDiagnostics } from './course/diagnostics.ts';
import { GivenDocuments } from './course/documents/given-documents.ts';
import { SolutionDocuments } from './course/documents/solution-documents.ts';
import { ExerciseMoves } from './course/exercise-moves.ts';
import { ExerciseTree } from './course/exercise-tree.ts';
import { guideFacts } from './course/guide-facts.ts';
import { LearnerCode } from './course/learner-code.ts';
import { OwnCodeAlong } from './course/own-code-along.ts';
import { StatusBar } from './course/status-bar.ts';
import { type BranchStep, StepThrough } from './course/step-through.ts';
import { type CoursePart, TutorialSource } from './course/tutorial-source.ts';
import type { Doctor } from './doctor/doctor.ts';
import { Guide } from './guide/guide.ts';
import type { GuideModel } from './guide/guide-model.ts';
import { registerPanel } from './learner-panel.ts';
import { LearnerTests } from './learner-tests/learner-tests.ts';
import { registerPlayInTerminal } from './play-in-terminal.ts';
import type { HostedStore } from './store/hosted-store.ts';
import { WindowStore } from './store/window-store.ts';
import { provideTerminalCommand } from './terminal-command.ts';
import { readText } from './text.ts';
import type { TutorialCommands } from './tutorial-commands.ts';
import { welcome } from './welcome.ts';

export interface TutorialDependencies {
  readonly context: vscode.ExtensionContext;
  readonly folder: vscode.Uri;
  readonly commands: TutorialCommands;
  readonly doctor: Doctor;
  /** What the learner writes in. */
  readonly language: Language;
  readonly exercisesFolder: string;
  readonly driverPath: string;
  readonly cliPath: string;
  /** Packages for a learner who can't install any. */
  readonly packagesFolder: string;
  readonly loadPart: () => Promise<CoursePart>;
}

/** Everything there is in the window of a tutorial, owned by what is returned. */
export function openTutorial(dependencies: TutorialDependencies): Disposable {
  const { context, folder, language, commands } = dependencies;
  const owned = new DisposableStore();
  const learnerCode = owned.add(new LearnerCode(dependencies));
  const source = new TutorialSource({ ...dependencies, runner: () => learnerCode.runner() });
  const storage = {
    read: () => context.workspaceState.get('groundUp.progress'),
    write: async (progress: unknown) => context.workspaceState.update('groundUp.progress', progress),
  };
  const model = owned.add(new CourseModel(source, storage));
  const store = owned.add(new WindowStore({ context, commands }));
  const code = new CodeOpener(folder, language);
  const solutions = owned.add(new SolutionDocuments({ ...dependencies, readFiles: () => source.readFiles() }));
  const panel = owned.add(
    registerPanel({
      extensionUri: context.extensionUri,
      storage: context.workspaceState,
      language,
      learnerCode,
      code,
      commands,
      store: store.hosted,
    }),
  );
  const ownCode = new OwnCodeAlong({ ...dependencies, given: owned.add(new GivenDocuments(folder)) });
  const moves = new ExerciseMoves({ ...dependencies, model, ownCode });
  const checks = new StepThrough({ model, learnerCode, panel });
  const actions = new CourseActions({ model, language, code, solutions, panel, checks, moves });
  const guide = owned.add(
    new Guide({
      model: guideModel(model, language, actions),
      extension: context.extensionUri,
      loadBundle: () => import('./guide/bundle.ts'),
    }),
  );
  owned.add(dependencies.doctor.attend({ folder, model, store }));
  owned.add(openWhenNeeded(model, store.hosted));
  owned.add(provideWhenNeeded(model, dependencies));
  owned.add(new ExerciseTree(model));
  owned.add(new StatusBar(model));
  owned.add(new CourseDiagnostics(model, folder));
  owned.add(registerCourseCommands({ actions, model, guide, commands }));
  owned.add(registerPlayInTerminal({ ...dependencies, model, store: store.hosted }));
  const stepThrough = (step: BranchStep) => checks.ofBranch(step);
  owned.add(registerBranches({ ...dependencies, extensionUri: context.extensionUri, model, learnerCode, stepThrough }));
  owned.add(
    new CourseTests({
      model,
      folder,
      language,
      actions,
      readText: (file) => readText(vscode.Uri.joinPath(folder, file)),
    }),
  );
  owned.add(new LearnerTests({ ...dependencies, runtime: () => learnerCode.runtime(), model, store: store.hosted }));
  void watchBranch(folder, () => void model.refresh()).then((watcher) => owned.add(watcher));
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(() => model.refreshTrust()));

  const variables = context.environmentVariableCollection;
  variables.persistent = false;
  variables.description = 'The command ground-up, and where the event store of the tutorial is';
  void provideTerminalCommand(variables, {
    folder: vscode.Uri.joinPath(context.globalStorageUri, 'bin').fsPath,
    execPath: process.execPath,
    cliPath: dependencies.cliPath,
  }).catch((failure: unknown) =>
    vscode.window.showWarningMessage(`Terminals will not know the command ground-up: ${messageOf(failure)}`),
  );

  void model.refresh().then(() => welcome({ storage: context.workspaceState, code, guide, panel }));
  return owned;
}

/** The exercises that keep their events open the store; before them there is nothing to keep. */
function openWhenNeeded(model: CourseModel, store: HostedStore): Disposable {
  return model.onDidChange(() => {
    if (storesEvents(model) && store.state.kind === 'notStarted') void store.open();
  });
}

/** The editor is to know the packages that what an exercise hands out imports. */
function provideWhenNeeded(model: CourseModel, { folder, packagesFolder, loadPart }: TutorialDependencies): Disposable {
  let provided = false;
  return model.onDidChange(async () => {
    if (provided || model.state.kind !== 'open' || !model.state.current.exercise.providesPackages) return;
    provided = true;
    const { providePackages } = await loadPart();
    await providePackages(folder.fsPath, packagesFolder);
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

/** The course as the guide wants it. */
function guideModel(model: CourseModel, language: Language, actions: CourseActions): GuideModel {
  return {
    get facts() {
      return guideFacts(model.state);
    },
    onDidChange: model.onDidChange,
    language,
    actions,
  };
}
