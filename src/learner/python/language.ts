import type { Language } from '../language.ts';
import { folder } from './files.ts';
import { locate, locateIn } from './locate.ts';
import { clientPackage } from './wire.ts';
import { words } from './words.ts';
import { writeTest } from './write-test.ts';

export const python: Language = {
  id: 'python',
  name: 'Python',
  words,
  sources: { folder, isSource: (path) => path.endsWith('.py') },
  client: { name: clientPackage },
  tests: {
    folder: 'tests',
    pattern: '{src,tests}/**/{test_*,*_test}.py',
    isTest: (path) => /^(?:src|tests)\/(?:.*\/)?(?:test_[^/]*|[^/]*_test)\.py$/.test(path),
    write: writeTest,
  },
  terminalProgram: words.file('cli'),
  locate,
  locateIn,
};
