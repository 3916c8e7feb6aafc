import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { messageOf } from '../../base/errors.ts';
import { inRoot } from '../root.ts';
import type { Outcome } from '../testing/suite.ts';
import { bundleInHostTests } from './bundle.ts';
import { environment } from './contract.ts';
import { readResults } from './results.ts';

/** Runs the tests of `test/vscode/in-host` in a desktop VS Code, which is downloaded when it is not there yet. */
export async function runInElectron(extension: string): Promise<Outcome> {
  const vscodeExecutablePath = await downloadVSCode();
  const { entry, files } = await bundleInHostTests();
  const scratch = mkdtempSync(join(tmpdir(), 'ground-up-electron-'));
  const results = join(scratch, 'results.jsonl');
  let why = '';
  try {
    await runTests({
      extensionDevelopmentPath: extension,
      extensionTestsPath: entry,
      extensionTestsEnv: { [environment.results]: results, [environment.files]: files.join('\n') },
      vscodeExecutablePath,
      launchArgs: [
        scratch,
        ...['--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(scratch, 'data')],
        // Chromium's sandbox refuses to work for root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    }).catch((thrown: unknown) => {
      why = messageOf(thrown);
    });
    return readResults(results, () => why);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function downloadVSCode(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ cachePath: inRoot('.vscode-test') });
  } catch (error) {
    throw new Error(
      `The desktop VS Code could not be downloaded (${messageOf(error)}). ` +
        '"npm test" runs the same tests in VS Code for the browser, which comes from the npm registry.',
    );
  }
}
