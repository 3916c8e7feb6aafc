import * as vscode from 'vscode';
import { carriesName, classIn, classNameOf } from '../../storming/class-name.ts';
import { readText } from '../text.ts';

/** What a language calls what a learner writes as a class. */
const classLike: ReadonlySet<vscode.SymbolKind> = new Set([
  vscode.SymbolKind.Class,
  vscode.SymbolKind.Interface,
  vscode.SymbolKind.Struct,
]);

/** Opens the class that carries what is on a note, or says that there is none. */
export async function showInCode(text: string): Promise<void> {
  const name = classNameOf(text);
  if (name === '') {
    await vscode.window.showInformationMessage('Nothing is written on this note yet, so no class can carry its name.');
    return;
  }
  const found = (await amongSymbols(name)) ?? (await inFiles(name));
  if (found === undefined) {
    await vscode.window.showInformationMessage(`No class in this workspace is called ${name} yet.`);
    return;
  }
  await vscode.window.showTextDocument(found.uri, { selection: found.range });
}

async function amongSymbols(name: string): Promise<vscode.Location | undefined> {
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    name,
  );
  return symbols.find((symbol) => classLike.has(symbol.kind) && carriesName(symbol.name, name))?.location;
}

const sources = '**/*.{ts,tsx,mts,js,mjs,py,java,kt,cs,swift,rb,php,scala,rs,go}';
const notOnesOwn = '**/{node_modules,.venv,venv,dist,build,target}/**';
const mostFiles = 2_000;

/** Languages know no symbols before one of their files was opened, and some never. */
async function inFiles(name: string): Promise<vscode.Location | undefined> {
  for (const file of await vscode.workspace.findFiles(sources, notOnesOwn, mostFiles)) {
    const text = await readText(file);
    const at = text === undefined ? undefined : classIn(text, name);
    if (text === undefined || at === undefined) continue;
    const before = text.slice(0, at).split('\n');
    return new vscode.Location(file, new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0));
  }
  return undefined;
}
