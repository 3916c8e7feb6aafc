import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Examination } from './finding.ts';

/** What a folder is called that such a program keeps in step, on any of the three systems. macOS has `~/Library/CloudStorage/OneDrive-Personal`. */
const names: readonly (readonly [service: string, part: RegExp])[] = [
  ['OneDrive', /\/(?:OneDrive(?: - [^/]+)?|CloudStorage\/OneDrive-[^/]+)\//i],
  ['Dropbox', /\/(?:Dropbox(?: ?\([^/]+\))?|CloudStorage\/Dropbox-[^/]+)\//i],
  // `~/Library/Mobile Documents/com~apple~CloudDocs` on macOS.
  ['iCloud Drive', /\/(?:Mobile Documents|iCloud ?Drive|CloudStorage\/iCloud[^/]*)\//i],
  ['Google Drive', /\/(?:Google ?Drive|My Drive|CloudStorage\/GoogleDrive-[^/]+)\//i],
];

/** Files that such a program leaves at the top of what it keeps in step. `~/.dropbox`, a folder, says nothing. */
const markers: readonly (readonly [service: string, file: string, isMarker: 'file' | 'folder'])[] = [
  ['Dropbox', '.dropbox', 'file'],
  ['Dropbox', '.dropbox.cache', 'folder'],
  ['Google Drive', '.tmp.driveupload', 'folder'],
  ['Google Drive', '.shortcut-targets-by-id', 'folder'],
];

/** Where OneDrive says on Windows what it keeps in step. */
const oneDriveVariables = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'];

export function synchronisedExamination(folder: string, environment: NodeJS.ProcessEnv): Examination {
  return {
    subject: 'Where the folder is',
    async examine() {
      const place = await realpath(folder);
      const service = byName(place) ?? byVariable(place, environment) ?? (await byMarker(place));
      if (service === undefined) return { kind: 'well', note: 'The folder is in no synchronised drive.' };
      return {
        kind: 'warning',
        wrong: `${place} is in a folder of ${service}, which copies, locks and renames files while git and you write them.`,
        remedy: `Move it out of ${service}, to a folder such as “event-sourcing” in your home folder, and open it there.`,
        action: 'openAnotherFolder',
      };
    },
  };
}

/** Which service keeps a folder in step, by the names on its path, whichever way its separators lean. */
export function byName(folder: string): string | undefined {
  const path = `${folder.replaceAll('\\', '/')}/`;
  return names.find(([, part]) => part.test(path))?.[0];
}

function byVariable(folder: string, environment: NodeJS.ProcessEnv): string | undefined {
  return oneDriveVariables.some((name) => isWithin(environment[name], folder)) ? 'OneDrive' : undefined;
}

function isWithin(parent: string | undefined, folder: string): boolean {
  if (!parent) return false;
  const way = relative(parent, folder);
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way);
}

async function byMarker(folder: string): Promise<string | undefined> {
  const found = await Promise.all(
    withParents(folder).flatMap((parent) =>
      markers.map(async ([service, file, kind]) => ((await isThere(join(parent, file), kind)) ? service : undefined)),
    ),
  );
  return found.find((service) => service !== undefined);
}

function withParents(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

function isThere(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  return stat(path).then(
    (found) => (kind === 'file' ? found.isFile() : found.isDirectory()),
    () => false,
  );
}
