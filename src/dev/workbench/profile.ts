import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Disposable, toDisposable } from '../../base/disposable.ts';
import type { JsonObject } from '../../base/json.ts';

/** Where one VS Code keeps its settings, its state and the extensions installed in it. */
export interface Profile extends Disposable {
  readonly folder: string;
}

/** Nothing that moves, asks or phones home while somebody learns or a test looks on. */
const quiet: JsonObject = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A profile of its own for one run; gone after it. */
export function temporaryProfile(settings: JsonObject = {}): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-vscode-'));
  writeSettings(folder, settings);
  return {
    folder,
    ...toDisposable(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })),
  };
}

/** A profile that stays; settings are only seeded when it is new, for from then on they are its user's. */
export function lastingProfile(folder: string, settings: JsonObject = {}): Profile {
  if (!existsSync(settingsFile(folder))) writeSettings(folder, settings);
  return { folder, dispose: () => undefined };
}

export const settingsFile = (folder: string): string => join(folder, 'data', 'User', 'settings.json');

/** Replaces the settings; what keeps VS Code quiet stays. */
export function writeSettings(folder: string, settings: JsonObject): void {
  mkdirSync(join(folder, 'data', 'User'), { recursive: true });
  writeFileSync(settingsFile(folder), `${JSON.stringify({ ...quiet, ...settings }, undefined, 2)}\n`);
}
