import { describe, it } from 'node:test';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode } from '../vscode-page.ts';

describe('the packed extension', () => {
  it('wakes in a tutorial, shows the guide and checks', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({ title: 'packed', extension: packedExtension, folder: tutorial.folder });
    const guide = await vscode.webview('ground-up-guide');
    await guide.getByRole('heading', { name: 'Start the game' }).waitFor();
    await vscode.statusBarItem('1.2 open').waitFor();
    await vscode.runCommand('Event Sourcing: Check My Code');
    await vscode.statusBarItem(/1\.2 not yet/i).waitFor();
  });
});
