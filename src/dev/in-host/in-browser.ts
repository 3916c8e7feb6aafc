import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import type { Outcome } from '../testing/suite.ts';
import { addressOf } from '../workbench/address.ts';
import { temporaryProfile } from '../workbench/profile.ts';
import { startWorkbench } from '../workbench/server.ts';
import { bundleInHostTests } from './bundle.ts';
import { environment } from './contract.ts';
import { readResults } from './results.ts';

export interface InHostOptions {
  /** The extension under test, a folder with its package.json. */
  readonly extension: string;
  /** The workspace that is open meanwhile; an empty one when left out. */
  readonly workspace?: string;
}

const timeLimit = 120_000;

/** Runs the tests of `test/vscode/in-host` in the extension host of a VS Code for the browser. */
export async function runInHost({ extension, workspace }: InHostOptions): Promise<Outcome> {
  const { entry, files } = await bundleInHostTests();
  const scratch = mkdtempSync(join(tmpdir(), 'ground-up-in-host-'));
  const results = join(scratch, 'results.jsonl');
  const profile = temporaryProfile();
  const env = { [environment.results]: results, [environment.files]: files.join('\n') };
  const workbench = await startWorkbench({ profile, automation: true, env });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const seen: string[] = [];
    page.on('console', (message) => seen.push(message.text()));
    const exited = await listenForExit(page);
    await page.goto(addressOf(workbench.address, { folder: workspace ?? scratch, extension, tests: entry }));
    const why = await exited();
    return readResults(results, () => [why, ...seen.slice(-20), workbench.output().slice(-2000)].join('\n'));
  } finally {
    await browser.close();
    await workbench.stop();
    profile.dispose();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The workbench says how it ended by calling a function of the page, which has to be there before it. */
async function listenForExit(page: Page): Promise<() => Promise<string>> {
  const { promise, resolve } = Promise.withResolvers<string>();
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.exposeFunction('codeAutomationExit', (code: number) => resolve(`It ended with ${code}.`));
  return async () => {
    const timer = setTimeout(() => resolve(`It took longer than ${timeLimit / 1000} seconds.`), timeLimit);
    return promise.finally(() => clearTimeout(timer));
  };
}
