import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { TutorialCommands } from '../tutorial-commands.ts';
import { whyNoAnswer } from './ask-server.ts';
import { ChosenServer } from './chosen-server.ts';
import { HostedStore, type StoreState } from './hosted-store.ts';
import { tellTerminals } from './store-environment.ts';
import { StoreStatus, storeText } from './store-status.ts';

export interface WindowStoreDependencies {
  readonly context: vscode.ExtensionContext;
  readonly commands: TutorialCommands;
}

/** Where the store that comes with the tutorial keeps its events; one for all windows. */
export function storeFolder({ globalStorageUri }: Pick<vscode.ExtensionContext, 'globalStorageUri'>): string {
  return vscode.Uri.joinPath(globalStorageUri, 'store').fsPath;
}

/** The window's event store with all that shows it and asks for it; opened when it is first needed. */
export class WindowStore implements Disposable {
  readonly hosted: HostedStore;
  readonly #owned = new DisposableStore();
  readonly #chosen: ChosenServer;
  readonly #told = new Set<string>();

  constructor({ context, commands }: WindowStoreDependencies) {
    this.#chosen = new ChosenServer(context.secrets);
    this.hosted = this.#owned.add(
      new HostedStore({
        loadPart: () => import('../../grpc/bundle.ts'),
        dataFolder: storeFolder(context),
        chosenServer: () => this.#chosen.read(),
      }),
    );
    this.#owned.add(new StoreStatus(this.hosted));
    this.#owned.add(this.hosted.onDidChange((state) => tellTerminals(context.environmentVariableCollection, state)));
    this.#owned.add(this.hosted.onDidChange((state) => void this.#warn(state)));
    this.#owned.add(this.hosted.onDidChange((state) => void this.#offerOther(state)));
    this.#owned.add(commands.handle('showStore', () => this.#showMenu()));
    this.#owned.add(commands.handle('useServer', () => this.#useServer()));
    this.#owned.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        const { kind } = this.hosted.state;
        if (change.affectsConfiguration('groundUp.connectionString') && kind !== 'notStarted')
          void this.hosted.reopen();
      }),
    );
  }

  /** The address of a server of the learner's choice; undefined for our own. */
  chosenServer(): Promise<string | undefined> {
    return this.#chosen.read();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #showMenu(): Promise<void> {
    const state = await this.hosted.open();
    const copy = 'Copy the Connection String';
    const other = 'Use Another Event Store…';
    const again = 'Open It Again';
    const address = state.kind === 'open' || state.kind === 'lost' ? state.connectionString : undefined;
    const anew = 'Begin Anew with What Can Be Read';
    const isBroken = state.kind === 'failed' || (state.kind === 'open' && state.trouble !== undefined);
    const choices = isBroken ? [again, anew, other] : address === undefined ? [again, other] : [copy, other];
    const chosen = await vscode.window.showInformationMessage(storeText(state).tooltip, ...choices);
    if (chosen === copy && address !== undefined) await vscode.env.clipboard.writeText(address);
    if (chosen === other) await this.#useServer();
    if (chosen === again) await this.hosted.reopen();
    if (chosen === anew) await this.#beginAnew();
  }

  async #beginAnew(): Promise<void> {
    try {
      const { events, lost, setAside } = await this.hosted.renew();
      const rest = lost.length === 0 ? '' : ` What could not be read: ${lost.slice(0, 3).join(' ')}`;
      const brought = `The new store has ${events} events of the old one, whose files are in ${setAside}.${rest}`;
      await vscode.window.showInformationMessage(brought);
    } catch (thrown) {
      await vscode.window.showErrorMessage(`No new store could be made: ${messageOf(thrown)}`);
    }
  }

  /** Said when the store cannot be opened; and once, what is wrong with one that is open. */
  async #warn(state: StoreState): Promise<void> {
    const wrong = state.kind === 'open' ? (state.trouble ?? state.notice) : undefined;
    if (wrong !== undefined && this.#told.has(wrong)) return;
    if (wrong !== undefined) this.#told.add(wrong);
    else if (state.kind !== 'failed') return;
    const menu = 'What Can I Do?';
    const chosen = await vscode.window.showWarningMessage(storeText(state).tooltip, menu);
    if (chosen === menu) await vscode.commands.executeCommand('groundUp.showStore');
  }

  async #offerOther(state: StoreState): Promise<void> {
    if (state.kind !== 'open' || state.other === undefined) return;
    const use = 'Use That One';
    if ((await vscode.window.showInformationMessage(state.remark ?? '', use)) === use)
      await this.#chosen.choose(state.other);
  }

  async #useServer(): Promise<void> {
    // The changed setting reopens a store that is open; this opens one that is not.
    if (await this.#chosen.ask(askServer)) await this.hosted.open();
  }
}

async function askServer(address: string): Promise<string | undefined> {
  const title = 'Asking the event store …';
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, async () =>
    whyNoAnswer(await import('../../grpc/bundle.ts'), address),
  );
}
