import * as vscode from 'vscode';
import { connectionStringProblem, hasCredentials, withoutCredentials } from './connection-string.ts';

const secretName = 'groundUp.connectionString';

/** Which server the learner chose, if any. An address with credentials is kept with the system's secrets, never in settings. */
export class ChosenServer {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  async read(): Promise<string | undefined> {
    const setting = settings().get('connectionString', '').trim();
    if (setting === '') return undefined;
    if (hasCredentials(setting)) {
      await this.choose(setting);
      return setting;
    }
    const secret = await this.#secrets.get(secretName);
    return secret !== undefined && withoutCredentials(secret) === setting ? secret : setting;
  }

  /** Asks for an address. True when another one was chosen; an empty one means our own store. */
  async ask(): Promise<boolean> {
    const text = await vscode.window.showInputBox({
      title: 'Use another event store',
      prompt:
        'The connection string of an EventStoreDB or KurrentDB; leave it empty for the store that comes with the tutorial.',
      placeHolder: 'esdb://localhost:2113?tls=false',
      value: settings().get('connectionString', ''),
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? undefined : connectionStringProblem(value.trim())),
    });
    if (text === undefined) return false;
    await this.choose(text.trim());
    return true;
  }

  /** Remembers an address; an empty one means our own store. */
  async choose(address: string): Promise<void> {
    if (hasCredentials(address)) await this.#secrets.store(secretName, address);
    else await this.#secrets.delete(secretName);
    const shown = withoutCredentials(address);
    await settings().update('connectionString', shown === '' ? undefined : shown, vscode.ConfigurationTarget.Global);
  }
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('groundUp');
}
