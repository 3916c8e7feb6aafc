import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands, extensions } from 'vscode';

/** The one that is not part of VS Code itself. */
function extensionUnderTest() {
  const [extension, ...others] = extensions.all.filter(({ packageJSON }) => packageJSON.isBuiltin !== true);
  assert.deepEqual(
    others.map(({ id }) => id),
    [],
  );
  assert.ok(extension, 'VS Code did not find the extension under test.');
  return extension;
}

describe('the extension', () => {
  it('activates', async () => {
    await extensionUnderTest().activate();
    assert.equal(extensionUnderTest().isActive, true);
  });

  it('registers every command that its manifest offers', async () => {
    const offered: { readonly command: string }[] = extensionUnderTest().packageJSON.contributes?.commands ?? [];
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      offered.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
