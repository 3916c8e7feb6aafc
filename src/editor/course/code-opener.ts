import * as vscode from 'vscode';
import type { SourceLocation } from '../../base/source-location.ts';
import type { Language } from '../../learner/language.ts';
import { readText } from '../text.ts';

/** Opens the learner's files, at a line or at a member. */
export class CodeOpener {
  readonly #folder: vscode.Uri;
  readonly #language: Language;

  constructor(folder: vscode.Uri, language: Language) {
    this.#folder = folder;
    this.#language = language;
  }

  async atFrame({ file, line, column }: SourceLocation, viewColumn?: vscode.ViewColumn): Promise<void> {
    const position = new vscode.Position(line - 1, column - 1);
    await this.#open(file, position, viewColumn);
  }

  /** At the member where there is one, otherwise at the top. */
  async atMember(file: string, member: string | undefined, viewColumn?: vscode.ViewColumn): Promise<void> {
    const text = await readText(vscode.Uri.joinPath(this.#folder, file));
    const found = text === undefined || member === undefined ? undefined : this.#language.locateIn(file, text, member);
    const { line, column } = found ?? { line: 1, column: 1 };
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
