import type { Language } from '../language.ts';
import { locate } from './locate.ts';
import { words } from './words.ts';

export const typescript: Language = {
  id: 'typescript',
  name: 'TypeScript',
  words,
  sources: {
    folder: 'src',
    testFolder: 'test',
    isSource: (path) => /\.[cm]?[jt]sx?$|\.json$/.test(path) && !path.endsWith('.d.ts'),
  },
  client: { name: '@eventstore/db-client' },
  locate,
};
