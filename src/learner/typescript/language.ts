import type { Language } from '../language.ts';
import { locate, locateIn } from './locate.ts';
import { clientPackage } from './wire.ts';
import { words } from './words.ts';
import { writeTest } from './write-test.ts';

export const typescript: Language = {
  id: 'typescript',
  name: 'TypeScript',
  words,
  sources: {
    folder: 'src',
    isSource: (path) => /\.[cm]?[jt]sx?$|\.json$/.test(path) && !path.endsWith('.d.ts'),
  },
  client: { name: clientPackage },
  tests: {
    folder: 'test',
    pattern: '{src,test}/**/*.test.{ts,mts,js,mjs}',
    isTest: (path) => /^(?:src|test)\/.*\.test\.m?[tj]s$/.test(path),
    write: writeTest,
  },
  terminalProgram: words.file('cli'),
  locate,
  locateIn,
};
