import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import type { Language } from '../../learner/language.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import { connectFourPanel } from '../../panel/connect-four/connect-four-panel.ts';
import { commandMemoryIn, type Storage } from '../../panel/memory/command-memory.ts';
import { MemorySource } from '../../panel/memory/memory-source.ts';
import type { PanelInput } from '../../panel/panel-input.ts';
import { PanelSession } from '../../panel/panel-session.ts';
import { loadPage, type PagePlace } from '../load-page.ts';
import { openText, saveText } from './files.ts';

const largePanelId = 'groundUp.panelLarge';

export interface PanelDependencies {
  readonly extensionUri: vscode.Uri;
  /** Of this workspace: what is in memory is still there after a restart. */
  readonly storage: Storage;
  /** The learner's. */
  readonly language: Language;
  /** A fresh session on the learner's code as it is now. */
  openCode(): Promise<LearnerSession>;
  openLocation(location: SourceLocation): void;
  /** The panel was opened in an editor, or closed there. */
  onLargeChanged(isOpen: boolean): void;
  /** Opens the learner's aggregate. */
  openAggregate(): void;
  trust(): void;
  startTutorial(): void;
}

export interface Panel extends vscode.Disposable {
  readonly view: vscode.WebviewViewProvider;
  /** The same panel in an editor; shows the one that is open already. */
  openLarge(): void;
  /** Everything that does not come from a page: the caller says what there is at first, and what changes. */
  take(input: PanelInput): void;
  /** Brings an editor with the panel back after a restart. */
  readonly serializer: vscode.WebviewPanelSerializer;
}

/** Makes the panel. */
export function createPanel(dependencies: PanelDependencies): Panel {
  const owned = new DisposableStore();
  const { language } = dependencies;
  const code = { aggregate: connectFourPanel, language, open: () => dependencies.openCode() };
  const memory = commandMemoryIn(dependencies.storage, connectFourPanel.reference);
  let large: vscode.WebviewPanel | undefined;

  const openLarge = () => {
    if (large !== undefined) return large.reveal();
    const column = vscode.ViewColumn.Active;
    show(vscode.window.createWebviewPanel(largePanelId, 'Your Game Through Time', column));
    dependencies.onLargeChanged(true);
  };
  const host = {
    openLocation: (location: SourceLocation) => dependencies.openLocation(location),
    openCode: () => dependencies.openAggregate(),
    openLarge,
    trust: () => dependencies.trust(),
    startTutorial: () => dependencies.startTutorial(),
    saveText,
    openText,
    copyText: async (text: string) => vscode.env.clipboard.writeText(text),
  };
  const session = owned.add(new PanelSession(code, host, new MemorySource(code, { memory })));
  const show = (panel: vscode.WebviewPanel) => {
    large = panel;
    fill(panel, dependencies.extensionUri, session);
    panel.onDidDispose(() => {
      large = undefined;
      dependencies.onLargeChanged(false);
    });
  };

  return {
    view: {
      resolveWebviewView: (view) => fill(view, dependencies.extensionUri, session),
    },
    openLarge,
    take: (input) => session.take(input),
    serializer: { deserializeWebviewPanel: async (panel) => show(panel) },
    dispose: () => {
      large?.dispose();
      owned.dispose();
    },
  };
}

function fill(place: PagePlace, extensionUri: vscode.Uri, session: PanelSession): void {
  const { webview } = place;
  const owned = new DisposableStore();
  // A message to a page that is hidden is lost, and that is fine: it says ready again when it is back.
  const page = owned.add(session.connect((message) => void webview.postMessage(message)));
  owned.add(webview.onDidReceiveMessage((message: unknown) => page.receive(message)));
  place.onDidDispose(() => owned.dispose());
  loadPage(place, extensionUri, {
    name: 'panel',
    title: 'Your game through time',
    element: 'ground-up-panel',
    icons: true,
  });
}
