import type { Action } from '../../doctor/finding.ts';

/** What a button says that does it. */
export const actionTitles: Readonly<Record<Action, string>> = {
  installGit: 'Get Git',
  setIdentity: 'Tell Git Your Name…',
  openAnotherFolder: 'Open Another Folder…',
  trustFolder: 'Trust This Folder…',
  showStore: 'Show the Event Store',
  useServer: 'Use Another Event Store…',
  changeTimeLimit: 'Change the Time Limit',
  updateEditor: 'Get the Latest VS Code',
};

/** Whether it is one: a command can be given anything. */
export function isAction(value: unknown): value is Action {
  return typeof value === 'string' && Object.hasOwn(actionTitles, value);
}
