import * as vscode from 'vscode';
import type { SourceLocation } from '../../base/source-location.ts';
import { findMember, locationAt } from '../../learner/typescript/find-member.ts';
import { readText } from '../text.ts';

/** Opens the learner's files, at a line or at a member. */
export class CodeOpener {
  readonly #folder: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  async atFrame({ file, line, column }: SourceLocation, viewColumn?: vscode.ViewColumn): Promise<void> {
    const position = new vscode.Position(line - 1, column - 1);
    await this.#open(file, position, viewColumn);
  }

  /** At the member where there is one, otherwise at the top. */
  async atMember(file: string, member: string | undefined, viewColumn?: vscode.ViewColumn): Promise<void> {
    const text = await readText(vscode.Uri.joinPath(this.#folder, file));
    const span = text === undefined || member === undefined ? undefined : findMember(text, member);
    const className =
      member === undefined ? -1 : (text?.search(new RegExp(`\\b(?:class|type|interface)\\s+${member}\\b`)) ?? -1);
    const offset = span?.start ?? (className >= 0 ? className : undefined);
    const { line, column } =
      text === undefined || offset === undefined ? { line: 1, column: 1 } : locationAt(file, text, offset);
    await this.#open(file, new vscode.Position(line - 1, column - 1), viewColumn);
  }

  async #open(file: string, position: vscode.Position, viewColumn?: vscode.ViewColumn): Promise<void> {
    const uri = vscode.Uri.joinPath(this.#folder, file);
    const selection = new vscode.Range(position, position);
    try {
      // A tab of its own to stay: what is opened large next would take the place of a preview.
      await vscode.window.showTextDocument(uri, {
        selection,
        preview: false,
        ...(viewColumn !== undefined && { viewColumn }),
      });
    } catch {
      await vscode.window.showWarningMessage(`There is no ${file} in this workspace.`);
    }
  }
}
