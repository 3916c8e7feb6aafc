import * as vscode from 'vscode';
import type { Exercise } from '../../course/exercise.ts';
import type { Done, GivenFile } from '../../course/workspace/change/change-result.ts';
import type { Language } from '../../learner/language.ts';
import type { GivenDocuments, Proposal } from './documents/given-documents.ts';
import { missingText, type UnplacedParts } from './documents/missing-text.ts';
import type { CoursePart } from './tutorial-source.ts';

export interface OwnCodeDependencies {
  readonly folder: vscode.Uri;
  readonly language: Language;
  readonly loadPart: () => Promise<CoursePart>;
  readonly given: GivenDocuments;
}

/** What somebody is shown and asked who has come to an exercise with code of their own. Theirs stays until they say otherwise. */
export class OwnCodeAlong {
  readonly #dependencies: OwnCodeDependencies;

  constructor(dependencies: OwnCodeDependencies) {
    this.#dependencies = dependencies;
  }

  /** Says whether they would rather be back where they were. */
  async offer(exercise: Exercise, { differing, sentence, open }: Done): Promise<'stay' | 'undo'> {
    const { given } = this.#dependencies;
    const proposals = differing.flatMap(proposalOf);
    const unchanged = differing.flatMap(unplacedWhereNothingFits);
    if (proposals.length === 0) {
      await this.#tellMissing(exercise, open, unchanged);
      const choices = differing.length === 0 ? ['Undo'] : ['Show the Differences', 'Undo'];
      const chosen = await vscode.window.showInformationMessage(sentence, ...choices);
      if (chosen === 'Show the Differences') await given.compare(differing);
      return chosen === 'Undo' ? 'undo' : 'stay';
    }
    await given.propose(proposals);
    const question = `${sentence} Shall what is new be put in, as far as it finds a place? You see how that would look.`;
    const chosen = await vscode.window.showInformationMessage(question, 'Put It In', 'Leave Mine', 'Undo');
    await given.closeProposals();
    if (chosen === 'Undo') return 'undo';
    const placed = chosen === 'Put It In' ? await this.#putIn(proposals) : [];
    await this.#tellMissing(exercise, open, [...placed, ...unchanged]);
    return 'stay';
  }

  /** All that is missing in one text, for where another folder is opened next; undefined when nothing is. */
  async missingIn(
    exercise: Exercise,
    folder: string,
    unplaced: readonly UnplacedParts[] = [],
  ): Promise<string | undefined> {
    const { language, loadPart } = this.#dependencies;
    const { missingMembers, readSourceFiles } = await loadPart();
    return missingText({
      title: exercise.title,
      members: missingMembers(exercise, await readSourceFiles(folder, language), language),
      unplaced,
      language: language.id,
    });
  }

  async #tellMissing(exercise: Exercise, folder: string, unplaced: readonly UnplacedParts[]): Promise<void> {
    const text = await this.missingIn(exercise, folder, unplaced);
    if (text !== undefined) await this.#dependencies.given.read(`What “${exercise.title}” takes for granted`, text);
  }

  /** Gives back what found no place in the files it changed; one that was changed since is not touched. */
  async #putIn(proposals: readonly Proposal[]): Promise<UnplacedParts[]> {
    const placed: UnplacedParts[] = [];
    for (const proposal of proposals) {
      const file = vscode.Uri.joinPath(this.#dependencies.folder, proposal.path);
      const document = await vscode.workspace.openTextDocument(file);
      const isAsShown = plain(document.getText()) === plain(proposal.own);
      if (isAsShown && (await replaceAll(document, plain(proposal.text))))
        placed.push({ file: proposal.path, parts: proposal.unplaced });
      else void vscode.window.showWarningMessage(`Nothing was put into ${proposal.path}: it was changed meanwhile.`);
    }
    return placed;
  }
}

/** In these no line of what is handed out found a place, so there is nothing to ask about. */
function unplacedWhereNothingFits({ path, own, merged }: GivenFile): UnplacedParts[] {
  return merged?.text === own ? [{ file: path, parts: merged.unplaced }] : [];
}

function proposalOf({ path, own, merged }: GivenFile): Proposal[] {
  return merged === undefined || merged.text === own ? [] : [{ path, own, ...merged }];
}

/** Goes through the editor, so that it can be taken back there as well. */
async function replaceAll(document: vscode.TextDocument, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const everything = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  edit.replace(document.uri, everything, text);
  const isReplaced = await vscode.workspace.applyEdit(edit);
  // Says no where the editor saves by itself and was quicker; where it can't save, it says so and keeps the text.
  if (isReplaced) await document.save();
  return isReplaced;
}

/** The editor keeps line ends and a byte order mark apart from the text. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
