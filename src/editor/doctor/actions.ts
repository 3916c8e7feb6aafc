import * as vscode from 'vscode';
import { assertNever } from '../../base/errors.ts';
import type { Action } from '../../doctor/finding.ts';
import { askForIdentity, type IdentityDependencies } from './ask-for-identity.ts';

/** Does what can be done about a trouble, or leads to where it is done. */
export async function carryOut(action: Action, dependencies: IdentityDependencies): Promise<void> {
  const { executeCommand } = vscode.commands;
  switch (action) {
    case 'installGit':
      return open('https://git-scm.com/downloads');
    case 'setIdentity':
      return askForIdentity(dependencies);
    case 'openAnotherFolder':
      return executeCommand('vscode.openFolder');
    case 'trustFolder':
      return executeCommand('workbench.trust.manage');
    case 'showStore':
      return executeCommand('groundUp.showStore');
    case 'useServer':
      return executeCommand('groundUp.useServer');
    case 'changeTimeLimit':
      return executeCommand('workbench.action.openSettings', 'groundUp.timeLimit');
    case 'updateEditor':
      return open('https://code.visualstudio.com/Download');
    default:
      return assertNever(action);
  }
}

async function open(address: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(address));
}
