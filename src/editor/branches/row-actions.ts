import * as vscode from 'vscode';
import type { SourceLocation } from '../../base/source-location.ts';
import type { CheckedRow } from '../../course/branches/matrix.ts';
import type { Branch } from '../../course/git/branches.ts';
import type { BranchStep } from '../course/step-through.ts';
import type { BranchDocuments } from './branch-documents.ts';
import { fileOfCell, toldAt } from './matrix-state.ts';
import { nameParts } from './name-parts.ts';

/** Where a cell leads to; steps count from 0. */
export class RowActions {
  readonly #documents: BranchDocuments;
  readonly #showCheck: (step: BranchStep) => Promise<void>;

  /** `showCheck` steps through a check of a branch's code in the panel. */
  constructor(documents: BranchDocuments, showCheck: (step: BranchStep) => Promise<void>) {
    this.#documents = documents;
    this.#showCheck = showCheck;
  }

  async openDiff(row: CheckedRow, step: number): Promise<void> {
    const file = fileOfCell(row, step);
    if (file === undefined) return;
    const theirs = this.#documents.onBranch(row.branch, file);
    const solution = this.#documents.inSolution(row.exercise.id, file);
    const title = `${row.branch.label} ↔ one solution (${file.slice(file.lastIndexOf('/') + 1)})`;
    await vscode.commands.executeCommand('vscode.diff', theirs, solution, title);
  }

  async openLocation(row: CheckedRow, step: number): Promise<void> {
    const at = toldAt(row.report.steps[step]);
    if (at !== undefined) await this.#openOnBranch(row.branch, at);
  }

  async showGame(row: CheckedRow, at: number, { preserveFocus }: { readonly preserveFocus: boolean }): Promise<void> {
    const step = row.exercise.steps[at];
    if (step === undefined) return;
    const { branch, files, report } = row;
    const { seed } = report;
    const openLocation = (location: SourceLocation) => void this.#openOnBranch(branch, location);
    await this.#showCheck({ branch: nameParts(row).own, step, seed, files, preserveFocus, openLocation });
  }

  async #openOnBranch(branch: Branch, { file, line, column }: SourceLocation): Promise<void> {
    const position = new vscode.Position(line - 1, column - 1);
    const uri = this.#documents.onBranch(branch, file);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position) });
  }
}
