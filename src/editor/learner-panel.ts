import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../base/disposable.ts';
import type { Language } from '../learner/language.ts';
import type { CheckedStep } from '../panel/check-replay/checked-step.ts';
import type { Availability, StoreState as ShownStore } from '../panel/panel-input.ts';
import type { CodeOpener } from './course/code-opener.ts';
import type { LearnerCode } from './course/learner-code.ts';
import type { Panel } from './panel/panel-view.ts';
import type { HostedStore, StoreState } from './store/hosted-store.ts';
import { storeEnvironment } from './store/store-environment.ts';
import type { TutorialCommands } from './tutorial-commands.ts';

export interface LearnerPanelDependencies {
  readonly extensionUri: vscode.Uri;
  readonly storage: vscode.Memento;
  readonly language: Language;
  readonly learnerCode: LearnerCode;
  readonly code: CodeOpener;
  readonly commands: TutorialCommands;
  readonly store: HostedStore;
}

/** After this many milliseconds nobody waits for the panel's page any more. */
const timeoutMs = 5_000;

export interface LearnerPanel extends Disposable {
  /** Opens the panel beside what somebody is doing, and waits until its page has spoken, though never for long. */
  show(): Promise<void>;
  /** Brings the panel to the front for whoever asked for it. */
  focus(): Promise<void>;
  /** Brings the panel to the front, to step through a check. */
  openCheck(checked: CheckedStep, how?: { readonly preserveFocus: boolean }): Promise<void>;
}

/** Registers the panel's places, and loads the panel itself when one of them is first shown. */
export function registerPanel(dependencies: LearnerPanelDependencies): LearnerPanel {
  const { commands } = dependencies;
  const owned = new DisposableStore();
  const page = Promise.withResolvers<void>();
  let view: vscode.WebviewView | undefined;
  let hasSteppedBack = false;
  const bringToFront = async ({ preserveFocus = false } = {}) => {
    await vscode.commands.executeCommand('groundUp.panel.focus', { preserveFocus });
  };
  /** The same panel twice would take the room that somebody has just asked for. */
  const onLargeChanged = (isOpen: boolean) => {
    if (isOpen && view?.visible === true) {
      hasSteppedBack = true;
      void vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    } else if (!isOpen && hasSteppedBack) {
      hasSteppedBack = false;
      void bringToFront({ preserveFocus: true });
    }
  };
  let loading: Promise<Panel> | undefined;
  const panel = () => {
    loading ??= loadPanel({ ...dependencies, onLargeChanged }, owned);
    return loading;
  };
  owned.add(
    vscode.window.registerWebviewViewProvider('groundUp.panel', {
      resolveWebviewView: async (resolved, context, token) => {
        view = resolved;
        resolved.onDidDispose(() => {
          view = undefined;
        });
        resolved.webview.onDidReceiveMessage(() => page.resolve());
        await (await panel()).view.resolveWebviewView(resolved, context, token);
      },
    }),
  );
  owned.add(
    vscode.window.registerWebviewPanelSerializer('groundUp.panelLarge', {
      deserializeWebviewPanel: async (large: vscode.WebviewPanel, state: unknown) =>
        (await panel()).serializer.deserializeWebviewPanel(large, state),
    }),
  );
  owned.add(commands.handle('openPanel', () => bringToFront()));
  owned.add(commands.handle('openPanelLarge', async () => (await panel()).openLarge()));
  return {
    async show() {
      const spoken = Promise.all([bringToFront({ preserveFocus: true }), page.promise]);
      await Promise.race([spoken, wait(timeoutMs, undefined, { ref: false })]);
    },
    focus: bringToFront,
    async openCheck(checked, how) {
      (await panel()).take({ kind: 'check', checked });
      await bringToFront(how);
    },
    dispose: () => owned.dispose(),
  };
}

async function loadPanel(
  dependencies: LearnerPanelDependencies & { readonly onLargeChanged: (isOpen: boolean) => void },
  owned: DisposableStore,
): Promise<Panel> {
  const { extensionUri, storage, language, learnerCode, code, store, onLargeChanged } = dependencies;
  const { createPanel } = await import('./panel/panel-view.ts');
  const panel = owned.add(
    createPanel({
      extensionUri,
      storage,
      language,
      openCode: async () => (await learnerCode.open()).session,
      onLargeChanged,
      openLocation: (location) => void code.atFrame(location, vscode.ViewColumn.Active),
      openAggregate: () => void code.atMember('src/domain/game.ts', 'Game', vscode.ViewColumn.Active),
      trust: () => void vscode.commands.executeCommand('workbench.trust.manage'),
      startTutorial: () => void vscode.commands.executeCommand('groundUp.startTutorial'),
    }),
  );
  const takeAvailability = () => panel.take({ kind: 'availability', availability: availability() });
  const takeStore = (state: StoreState) => panel.take({ kind: 'store', store: shownStore(state, learnerCode) });
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(takeAvailability));
  owned.add(store.onDidChange(takeStore));
  owned.add(learnerCode.onDidChange(() => panel.take({ kind: 'codeChanged' })));
  takeAvailability();
  takeStore(store.state);
  return panel;
}

function availability(): Availability {
  return vscode.workspace.isTrusted ? 'available' : 'untrusted';
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
