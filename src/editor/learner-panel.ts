import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../base/disposable.ts';
import type { CodeOpener } from './course/code-opener.ts';
import type { LearnerCode } from './course/learner-code.ts';
import type { Panel } from './panel/panel-view.ts';
import type { CheckedStep } from './panel/scenario/checked-step.ts';
import type { StoreState as ShownStore } from './panel/shelf.ts';
import type { HostedStore, StoreState } from './store/hosted-store.ts';
import { storeEnvironment } from './store/store-environment.ts';
import type { TutorialCommands } from './tutorial-commands.ts';

export interface LearnerPanelDependencies {
  readonly extensionUri: vscode.Uri;
  readonly storage: vscode.Memento;
  readonly learnerCode: LearnerCode;
  readonly code: CodeOpener;
  readonly commands: TutorialCommands;
  readonly store: HostedStore;
}

/** Milliseconds after which nobody waits for the panel's page any more. */
const patience = 5_000;

export interface LearnerPanel extends Disposable {
  /** Brings the panel to the front and waits until its page has spoken, though never for long. */
  show(): Promise<void>;
  /** Brings the panel to the front, to step through a check. */
  openCheck(checked: CheckedStep): Promise<void>;
}

/** Registers the panel's places, and loads the panel itself when one of them is first shown. */
export function registerPanel(dependencies: LearnerPanelDependencies): LearnerPanel {
  const { commands } = dependencies;
  const owned = new DisposableStore();
  let loading: Promise<Panel> | undefined;
  const panel = () => {
    loading ??= loadPanel(dependencies, owned);
    return loading;
  };
  const page = Promise.withResolvers<void>();
  owned.add(
    vscode.window.registerWebviewViewProvider('groundUp.panel', {
      resolveWebviewView: async (view, context, token) => {
        view.webview.onDidReceiveMessage(() => page.resolve());
        await (await panel()).view.resolveWebviewView(view, context, token);
      },
    }),
  );
  owned.add(
    vscode.window.registerWebviewPanelSerializer('groundUp.panelLarge', {
      deserializeWebviewPanel: async (view: vscode.WebviewPanel, state: unknown) =>
        (await panel()).serializer.deserializeWebviewPanel(view, state),
    }),
  );
  const bringToFront = async () => vscode.commands.executeCommand('groundUp.panel.focus');
  owned.add(commands.handle('openPanel', bringToFront));
  owned.add(commands.handle('openPanelLarge', async () => (await panel()).openLarge()));
  return {
    async show() {
      const spoken = Promise.all([bringToFront(), page.promise]);
      await Promise.race([spoken, wait(patience, undefined, { ref: false })]);
    },
    async openCheck(checked) {
      (await panel()).openCheck(checked);
      await bringToFront();
    },
    dispose: () => owned.dispose(),
  };
}

async function loadPanel(
  { extensionUri, storage, learnerCode, code, store }: LearnerPanelDependencies,
  owned: DisposableStore,
): Promise<Panel> {
  const { createPanel } = await import('./panel/panel-view.ts');
  const availability = () => (vscode.workspace.isTrusted ? ('available' as const) : ('untrusted' as const));
  const changes = owned.add(new vscode.EventEmitter<ReturnType<typeof availability>>());
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(() => changes.fire(availability())));
  return owned.add(
    createPanel({
      extensionUri,
      storage,
      openCode: async () => (await learnerCode.open()).session,
      onCodeChanged: learnerCode.onDidChange,
      availability: availability(),
      onAvailabilityChanged: changes.event,
      store: {
        state: shownStore(store.state, learnerCode),
        onChange: (listener) => store.onDidChange((state) => listener(shownStore(state, learnerCode))),
      },
      openPlace: (place) => void code.atFrame(place, vscode.ViewColumn.Active),
      openGame: () => void code.atMember('src/domain/game.ts', 'Game', vscode.ViewColumn.Active),
      trust: () => void vscode.commands.executeCommand('workbench.trust.manage'),
      startTutorial: () => void vscode.commands.executeCommand('groundUp.startTutorial'),
    }),
  );
}

/** As much as the panel needs to know. */
function shownStore(state: StoreState, learnerCode: LearnerCode): ShownStore {
  switch (state.kind) {
    case 'open':
      if (state.connectionString === undefined) return { kind: 'open', store: state.store };
      return {
        kind: 'open',
        store: state.store,
        openCode: async () => (await learnerCode.open({ environment: storeEnvironment(state) })).session,
      };
    case 'lost':
      return { kind: 'lost', reason: state.reason };
    default:
      return { kind: 'none' };
  }
}
