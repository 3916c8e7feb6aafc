import type { Examination } from './finding.ts';

export function trustExamination(isTrusted: boolean): Examination {
  return {
    subject: 'Trust',
    examine: async () =>
      isTrusted
        ? { kind: 'well', note: 'You trust this folder, so your code can run.' }
        : {
            kind: 'problem',
            wrong: 'You have not said that you trust this folder, and nothing of your code runs until you do.',
            remedy: 'Trust the folder, if its code is yours or comes from somebody you know.',
            action: 'trustFolder',
          },
  };
}
