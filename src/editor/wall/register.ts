import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { newWall } from './new-wall.ts';
import { wallViewType } from './view-type.ts';

/** Registers the editor of walls and their commands in every window; what is behind it is loaded with the first wall. */
export function registerWalls(extension: vscode.Uri): Disposable {
  const owned = new DisposableStore();
  let loading: Promise<typeof import('./bundle.ts')> | undefined;
  const part = () => {
    loading ??= import('./bundle.ts');
    return loading;
  };
  const provider: vscode.CustomTextEditorProvider = {
    resolveCustomTextEditor: async (document, panel) => (await part()).openWall(extension, document, panel),
  };
  owned.add(
    vscode.window.registerCustomEditorProvider(wallViewType, provider, { supportsMultipleEditorsPerDocument: true }),
  );
  owned.add(vscode.commands.registerCommand('groundUp.newWall', (wanted?: unknown) => newWall(wanted)));
  for (const format of ['Svg', 'Markdown'] as const) {
    owned.add(
      vscode.commands.registerCommand(`groundUp.exportWallAs${format}`, async () =>
        (await part()).exportActiveWall(format),
      ),
    );
  }
  return owned;
}
