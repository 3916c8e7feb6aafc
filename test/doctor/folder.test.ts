import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { byName, synchronisedExamination } from '../../src/doctor/synchronised-drive.ts';
import { writableExamination } from '../../src/doctor/writable.ts';
import { temporaryFolder } from '../course/workspace/fixture.ts';
import { isWell, troubleIn } from './look.ts';

const posix = process.platform !== 'win32' ? {} : { skip: 'Only POSIX permissions can be taken away for a test.' };

describe('writing into the folder', () => {
  it('is refused without permission, works with it, and leaves nothing behind', posix, async (test) => {
    const folder = await temporaryFolder(test);
    await chmod(folder, 0o555);
    const { kind, wrong, action } = await asNobody(() => troubleIn(writableExamination(folder)));
    assert.deepEqual([kind, action], ['problem', 'openAnotherFolder']);
    assert.equal(wrong, `Nothing can be written into ${folder}: you have no permission to.`);
    await chmod(folder, 0o777);
    await asNobody(() => isWell(writableExamination(folder)));
    assert.deepEqual(await readdir(folder), []);
  });

  it('is refused by a file system that has no files of ours', {
    skip: process.platform !== 'linux' && 'There is no /proc.',
  }, async () => {
    const { wrong, remedy } = await troubleIn(writableExamination('/proc'));
    assert.match(wrong, /^Nothing can be written into \/proc: /);
    assert.match(remedy, /a folder of your own/);
  });
});

describe('a synchronised drive', () => {
  it('is known by the names of folders, on any system', () => {
    const known: readonly (readonly [folder: string, service: string | undefined])[] = [
      ['C:\\Users\\ada\\OneDrive\\es', 'OneDrive'],
      ['C:\\Users\\ada\\OneDrive - Contoso Ltd\\es', 'OneDrive'],
      ['/Users/ada/Library/CloudStorage/OneDrive-Personal/es', 'OneDrive'],
      ['/home/ada/Dropbox/es', 'Dropbox'],
      ['/home/ada/Dropbox (Personal)/es', 'Dropbox'],
      ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/es', 'iCloud Drive'],
      ['C:\\Users\\ada\\iCloudDrive\\es', 'iCloud Drive'],
      ['/Users/ada/Library/CloudStorage/GoogleDrive-ada/My Drive/es', 'Google Drive'],
      ['G:\\My Drive\\es', 'Google Drive'],
      ['/home/ada/Google Drive/es', 'Google Drive'],
      ['/home/ada/projects/dropbox-clone', undefined],
      ['/home/ada/projects/onedriver', undefined],
      ['/home/ada/projects/OneDrive-api', undefined],
      ['/Users/ada/Library/CloudStorage/Dropbox-Personal/es', 'Dropbox'],
      ['/home/ada/drive/es', undefined],
    ];
    assert.deepEqual(
      known.map(([folder]) => [folder, byName(folder)]),
      known,
    );
  });

  it('is told, also behind a link, and gone when the folder was moved out', posix, async (test) => {
    const parent = await temporaryFolder(test);
    const inside = join(parent, 'OneDrive', 'es');
    const link = join(parent, 'es');
    await mkdir(inside, { recursive: true });
    await symlink(inside, link);
    for (const folder of [inside, link]) {
      const { kind, wrong, action } = await troubleIn(synchronisedExamination(folder, {}));
      assert.deepEqual([kind, action], ['warning', 'openAnotherFolder']);
      assert.ok(wrong.startsWith(`${inside} is in a folder of OneDrive`), wrong);
    }
    await rm(link);
    await rename(inside, link);
    await isWell(synchronisedExamination(link, {}));
  });

  it('is known by what its program left there, and by what Windows says', async (test) => {
    const parent = await temporaryFolder(test);
    const folder = join(parent, 'work', 'es');
    await mkdir(folder, { recursive: true });
    const examination = synchronisedExamination(folder, {});
    await isWell(examination);
    await mkdir(join(parent, '.dropbox'));
    await isWell(examination);
    await rm(join(parent, '.dropbox'), { recursive: true });
    await writeFile(join(parent, '.dropbox'), '{}');
    assert.match((await troubleIn(examination)).wrong, /of Dropbox/);
    await rm(join(parent, '.dropbox'));
    await mkdir(join(parent, '.tmp.driveupload'));
    assert.match((await troubleIn(examination)).wrong, /of Google Drive/);
    await rm(join(parent, '.tmp.driveupload'), { recursive: true });
    await isWell(examination);
    const says = (place: string) => synchronisedExamination(folder, { OneDriveCommercial: place });
    assert.match((await troubleIn(says(join(parent, 'work')))).wrong, /of OneDrive/);
    await isWell(says(join(parent, 'wor')));
  });
});

/** The superuser may write everywhere, so it has to become somebody else for a while. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  const superuser = process.getuid?.() === 0;
  if (superuser) process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    if (superuser) process.seteuid?.(0);
  }
}
