import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runProgram } from './program.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A headless Chromium; installs Debian's when there is none and we may. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: flags });
}

export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  const apt = onPath('apt-get');
  if (process.getuid?.() === 0 && apt !== undefined) {
    console.log('Installing Debian’s chromium, since there is no Chromium here yet …');
    await runProgram(apt, ['update']);
    const { code, output } = await runProgram(apt, ['install', '--yes', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findChromium();
    if (installed !== undefined) return installed;
    throw new Error(`apt-get install chromium ended with ${code}:\n${output.trim()}`);
  }
  throw new Error(
    'These tests need Chromium and there is none here. Install it ("sudo apt-get install chromium", or ' +
      '"npx playwright-core install chromium"), or set CHROMIUM to the path of a Chromium or Chrome.',
  );
}

/** CHROMIUM first, then what is on the PATH, then the one Playwright installed. */
function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM, ...names.map(onPath), chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
