import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Place } from '../../timeline/entry.ts';
import { loadPage, type PagePlace } from '../load-page.ts';
import { openText, saveText } from './files.ts';
import { gameMemoryIn, type Storage } from './game-memory.ts';
import { GameSource } from './game-source.ts';
import { type Availability, PanelSession } from './panel-session.ts';
import type { CheckedStep } from './scenario/checked-step.ts';
import { Shelf, type StoreState } from './shelf.ts';

export const panelViewId = 'groundUp.panel';
export const largePanelId = 'groundUp.panelLarge';

export interface PanelDependencies {
  readonly extensionUri: vscode.Uri;
  /** Of this workspace: the game in memory is still there after a restart. */
  readonly storage: Storage;
  /** A fresh session on the learner's code as it is now. */
  openCode(): Promise<LearnerSession>;
  /** The learner's code was saved. */
  readonly onCodeChanged: vscode.Event<unknown>;
  readonly availability: Availability;
  readonly onAvailabilityChanged: vscode.Event<Availability>;
  /** The store whose streams can be looked at; without one there is only the game in memory. */
  readonly store?: { readonly state: StoreState; readonly onChange: vscode.Event<StoreState> };
  openPlace(place: Place): void;
  /** Opens the learner's `game.ts`. */
  openGame(): void;
  trust(): void;
  startTutorial(): void;
}

export interface Panel extends vscode.Disposable {
  readonly view: vscode.WebviewViewProvider;
  /** The same panel in an editor; shows the one that is open already. */
  openLarge(): void;
  /** Steps through a check; the caller brings the view to the front. */
  openCheck(checked: CheckedStep): void;
  /** Brings an editor with the panel back after a restart. */
  readonly serializer: vscode.WebviewPanelSerializer;
}

/** Makes the panel; register `view` and `serializer` under the ids above. */
export function createPanel(dependencies: PanelDependencies): Panel {
  const owned = new DisposableStore();
  const openCode = () => dependencies.openCode();
  const game = new GameSource(openCode, undefined, gameMemoryIn(dependencies.storage));
  const shelf = owned.add(new Shelf(openCode, game));
  let large: vscode.WebviewPanel | undefined;

  const openLarge = () => {
    if (large !== undefined) return large.reveal();
    const column = vscode.ViewColumn.Beside;
    show(vscode.window.createWebviewPanel(largePanelId, 'Your Game Through Time', column));
  };
  const session = owned.add(
    new PanelSession(shelf, {
      openPlace: (place) => dependencies.openPlace(place),
      openCode: () => dependencies.openGame(),
      openLarge,
      trust: () => dependencies.trust(),
      startTutorial: () => dependencies.startTutorial(),
      saveText,
      openText,
      copyText: async (text) => vscode.env.clipboard.writeText(text),
    }),
  );
  const show = (panel: vscode.WebviewPanel) => {
    large = panel;
    fill(panel, dependencies.extensionUri, session);
    panel.onDidDispose(() => {
      large = undefined;
    });
  };
  session.availability = dependencies.availability;
  if (dependencies.store !== undefined) {
    shelf.store = dependencies.store.state;
    owned.add(
      dependencies.store.onChange((state) => {
        shelf.store = state;
      }),
    );
  }
  owned.add(dependencies.onCodeChanged(() => session.codeChanged()));
  owned.add(
    dependencies.onAvailabilityChanged((availability) => {
      session.availability = availability;
    }),
  );

  return {
    view: {
      resolveWebviewView: (view) => fill(view, dependencies.extensionUri, session),
    },
    openLarge,
    openCheck: (checked) => session.openCheck(checked),
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
