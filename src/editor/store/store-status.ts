import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { withoutCredentials } from './connection-string.ts';
import type { HostedStore, StoreState } from './hosted-store.ts';

/** Where the store is, in the status bar, once there is one. */
export class StoreStatus implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #item: vscode.StatusBarItem;

  constructor(hosted: HostedStore) {
    this.#item = this.#owned.add(
      vscode.window.createStatusBarItem('groundUp.store', vscode.StatusBarAlignment.Left, 9),
    );
    this.#item.name = 'Event Sourcing: Store';
    this.#item.command = 'groundUp.showStore';
    this.#owned.add(hosted.onDidChange((state) => this.#show(state)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #show(state: StoreState): void {
    if (state.kind === 'notStarted') return this.#item.hide();
    const { text, tooltip } = storeText(state);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: tooltip, role: 'button' };
    this.#item.show();
  }
}

/** Short for the bar, and in full for whoever asks. */
export function storeText(state: StoreState): { readonly text: string; readonly tooltip: string } {
  switch (state.kind) {
    case 'notStarted':
      return { text: '$(database) Event store', tooltip: 'The event store is not open yet.' };
    case 'starting':
      return { text: '$(loading~spin) Event store', tooltip: 'The event store is being opened.' };
    case 'failed':
      return { text: '$(error) Event store', tooltip: `The event store could not be opened. ${state.reason}` };
    case 'lost': {
      const address = withoutCredentials(state.connectionString ?? '');
      return {
        text: `$(debug-disconnect) Event store${portOf(address)}`,
        tooltip: `The event store at ${address} does not answer: ${state.reason}. It is tried again and again.`,
      };
    }
    case 'open': {
      if (state.trouble !== undefined) {
        const text = `$(warning) Event store${portOf(state.connectionString ?? '')}`;
        return { text, tooltip: `Your event store takes no more events. ${state.trouble}` };
      }
      const address = withoutCredentials(state.connectionString ?? 'no address');
      const remarks = [state.remark, state.notice].filter((remark) => remark !== undefined);
      const sentences = [`${placeOf(state.from)} at ${address}.`, ...remarks];
      return { text: `$(database) Event store${portOf(address)}`, tooltip: sentences.join(' ') };
    }
  }
}

function placeOf(from: Extract<StoreState, { kind: 'open' }>['from']): string {
  switch (from) {
    case 'own':
      return 'Your event store, kept on this disk,';
    case 'memory':
      return 'Your event store, in memory only (its events are gone when this window closes),';
    case 'shared':
      return 'The event store of another window,';
    case 'chosen':
      return 'The event store you chose,';
  }
}

/** ` at port 2113`; nothing for an address that names none. */
function portOf(address: string): string {
  const port = /:(\d+)(?:[/?]|$)/.exec(address)?.[1];
  return port === undefined ? '' : ` at port ${port}`;
}
