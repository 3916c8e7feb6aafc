import { arch, homedir, release } from 'node:os';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable.ts';
import type { Surroundings } from '../../doctor/examinations.ts';
import type { Action, Finding } from '../../doctor/finding.ts';
import type { CourseModel } from '../course/course-model.ts';
import type { CoursePart } from '../course/tutorial-source.ts';
import { gitBinary } from '../git-binary.ts';
import { storeFolder, type WindowStore } from '../store/window-store.ts';
import { isAction } from './action-titles.ts';
import { carryOut } from './actions.ts';
import { pageCommands } from './report-html.ts';
import { ReportView } from './report-view.ts';
import { storeAtHand } from './store-at-hand.ts';
import { TimedChecks } from './timed-checks.ts';

/** What doctor/bundle.ts exports: the looks themselves, loaded when somebody asks for them. */
type DoctorPart = typeof import('../../doctor/bundle.ts');

export interface DoctorDependencies {
  readonly context: vscode.ExtensionContext;
  readonly driverPath: string;
  readonly cliPath: string;
  readonly loadPart: () => Promise<CoursePart>;
}

/** What there is to look at in the window of a tutorial. */
export interface TutorialAtHand {
  readonly folder: vscode.Uri;
  readonly model: CourseModel;
  readonly store: WindowStore;
}

/** *Event Sourcing: Doctor*: there in every window, since what is wrong may be why no tutorial is. */
export class Doctor implements Disposable {
  readonly #dependencies: DoctorDependencies;
  readonly #owned = new DisposableStore();
  readonly #view = this.#owned.add(new ReportView());
  #tutorial: (TutorialAtHand & { readonly checks: TimedChecks }) | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(dependencies: DoctorDependencies) {
    this.#dependencies = dependencies;
    const { registerCommand } = vscode.commands;
    this.#owned.add(registerCommand(pageCommands.look, () => this.#show()));
    this.#owned.add(registerCommand(pageCommands.copy, () => this.#copy()));
    this.#owned.add(registerCommand(pageCommands.mend, (action: unknown) => isAction(action) && this.#mend(action)));
  }

  /** From now on a tutorial is looked at too, until what is returned is disposed. */
  attend(tutorial: TutorialAtHand): Disposable {
    const checks = new TimedChecks(tutorial.model, secondsForCheck);
    this.#tutorial = { ...tutorial, checks };
    return toDisposable(() => {
      checks.dispose();
      this.#tutorial = undefined;
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #show(): Promise<void> {
    const findings = await this.#examine();
    const { headline } = await part();
    this.#view.show({ headline: headline(findings), findings, product: product(this.#dependencies.context) });
  }

  async #copy(): Promise<void> {
    const findings = this.#findings ?? (await this.#examine());
    const { reportText, thisPerson, withoutSecrets } = await part();
    const text = reportText(findings, product(this.#dependencies.context));
    await vscode.env.clipboard.writeText(withoutSecrets(text, thisPerson()));
    vscode.window.setStatusBarMessage('The report is in the clipboard, without names, addresses and passwords.', 5_000);
  }

  async #mend(action: Action): Promise<void> {
    const { saveIdentity } = await part();
    const git = { binary: gitBinary(), folder: gitFolder(this.#folder) };
    await carryOut(action, { saveIdentity: (identity) => saveIdentity(git, identity) });
  }

  async #examine(): Promise<readonly Finding[]> {
    const progress = { location: vscode.ProgressLocation.Notification, title: 'Looking at everything …' };
    this.#findings = await vscode.window.withProgress(progress, async () => {
      const doctor = await part();
      return doctor.examineAll(doctor.examinationsFor(await this.#surroundings(doctor)));
    });
    return this.#findings;
  }

  get #folder(): string | undefined {
    const [first] = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
    return (this.#tutorial?.folder ?? first?.uri)?.fsPath;
  }

  async #surroundings({ verifyWith }: DoctorPart): Promise<Surroundings> {
    const { context, driverPath, cliPath, loadPart } = this.#dependencies;
    const tutorial = this.#tutorial;
    const workspace = this.#folder;
    const state = tutorial?.store.hosted.state ?? { kind: 'notStarted' };
    const loadStore = () => import('../../grpc/bundle.ts');
    return {
      git: gitBinary(),
      gitFolder: gitFolder(workspace),
      environment: process.env,
      async makeRunner() {
        const { createLearnerRunner, createTypeScriptRuntime, findProvidedPackages } = await loadPart();
        const packages = findProvidedPackages(dirname(driverPath));
        return createLearnerRunner(createTypeScriptRuntime({ driverPath, packages }));
      },
      port: {
        port: defaultPort,
        ownAddress: 'connectionString' in state ? state.connectionString : undefined,
        isEventStore: async (port) => (await loadStore()).isEventStore(port, patience),
      },
      workspace,
      isTrusted: workspace === undefined ? undefined : vscode.workspace.isTrusted,
      store: storeAtHand({
        state,
        folder: storeFolder(context),
        chosen: await tutorial?.store.chosenServer(),
        verify: verifyWith(cliPath),
        loadPart: loadStore,
      }),
      checks: tutorial && { last: tutorial.checks.last, seconds: secondsForCheck() },
    };
  }
}

/** What a check is given, by the settings. */
function secondsForCheck(): number {
  return vscode.workspace.getConfiguration('groundUp').get('timeLimit', 5);
}

/** How long another event store on this machine may take to answer, milliseconds: less than a look may take. */
const patience = 2_000;

/** EventStoreDB's own. */
const defaultPort = 2113;

function part(): Promise<DoctorPart> {
  return import('../../doctor/bundle.ts');
}

/** Git is asked somewhere in any case. */
function gitFolder(workspace: string | undefined): string {
  return workspace ?? homedir();
}

function product({ extension }: vscode.ExtensionContext): string {
  const { version }: { readonly version: string } = extension.packageJSON;
  const editor = `${vscode.env.appName} ${vscode.version}`;
  return `Ground Up ${version}, ${editor}, Node ${process.versions.node}, ${process.platform} ${release()} ${arch()}`;
}
