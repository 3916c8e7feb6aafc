import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../base/errors.ts';
import type { Examination } from './finding.ts';

/** Writes a file and takes it away again: what permissions say is not always what a system does. */
export function writableExamination(folder: string): Examination {
  return {
    subject: 'Writing into the folder',
    async examine() {
      const probe = join(folder, `.ground-up-probe-${randomUUID()}`);
      try {
        await writeFile(probe, '', { flag: 'wx' });
        await rm(probe);
        return { kind: 'well', note: 'The folder can be written to.' };
      } catch (thrown) {
        return {
          kind: 'problem',
          wrong: `Nothing can be written into ${folder}: ${wordsFor(thrown)}.`,
          remedy: remedyFor(thrown),
          action: 'openAnotherFolder',
        };
      }
    },
  };
}

function wordsFor(thrown: unknown): string {
  switch (codeOf(thrown)) {
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to';
    case 'EROFS':
      return 'the drive is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return messageOf(thrown);
  }
}

function remedyFor(thrown: unknown): string {
  return codeOf(thrown) === 'ENOSPC'
    ? 'Make room on the disk.'
    : 'Make or move the tutorial in a folder of your own, below your home folder, and open it there.';
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}
