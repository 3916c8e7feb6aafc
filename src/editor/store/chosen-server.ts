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

  /** Asks for an address, and the event store there whether it is there. True when another one was chosen; an empty one means our own store. */
  async ask(whyNoAnswer: (address: string) => Promise<string | undefined>, first?: string): Promise<boolean> {
    const text = await vscode.window.showInputBox({
      title: 'Use Another Event Store',
      prompt:
        'The connection string of an EventStoreDB or KurrentDB; leave it empty for the store that comes with the tutorial.',
      placeHolder: 'esdb://localhost:2113?tls=false',
      value: first ?? settings().get('connectionString', ''),
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? undefined : connectionStringProblem(value.trim())),
    });
    if (text === undefined) return false;
    const address = text.trim();
    const reason = address === '' ? undefined : await whyNoAnswer(address);
    if (reason === undefined) {
      await this.choose(address);
      return true;
    }
    const [change, anyway] = ['Change the Address', 'Use It Anyway'];
    const sentence = `No event store answers at ${withoutCredentials(address)}. ${reason}`;
    const chosen = await vscode.window.showWarningMessage(sentence, change, anyway);
    if (chosen === change) return this.ask(whyNoAnswer, address);
    if (chosen === anyway) await this.choose(address);
    return chosen === anyway;
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
