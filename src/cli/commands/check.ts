import { command } from '../command.ts';
import { print } from '../print.ts';
import { findResources } from '../resources.ts';

export const check = command({
  name: 'check',
  takes: '[EXERCISE]',
  about: "check your code; 0 passed, 1 not yet, 2 couldn't run",
  words: 1,
  options: {
    dir: { kind: 'text', value: 'DIRECTORY', about: 'the workspace (default: this folder)' },
    json: { kind: 'flag', about: 'the whole report as JSON' },
    seed: { kind: 'text', value: 'SEED', about: 'of names and games that are drawn; a report tells its own' },
    language: { kind: 'text', value: 'LANGUAGE', about: 'typescript or python (default: what your files are in)' },
    python: { kind: 'text', value: 'PROGRAM', about: 'the interpreter for code in Python (default: it is looked for)' },
    branches: {
      kind: 'texts',
      value: "'learner/*'",
      about: 'check branches instead, local and remote, without touching your files',
    },
    format: { kind: 'text', value: 'FORMAT', about: "of the branches' matrix: text, markdown, json or junit" },
    out: { kind: 'text', value: 'FILE', about: 'write it there' },
  },
  async run(given) {
    const [exercise] = given.words;
    const [directory, json] = [given.text('dir') ?? '.', given.has('json')];
    const [format, out] = [given.text('format'), given.text('out')];
    const shared = { directory, exercise, resources: findResources(), print };
    if (given.has('branches')) {
      const { checkBranches } = await import('../check-branches.ts');
      const patterns = given.texts('branches');
      return checkBranches({ ...shared, patterns, format: format ?? (json ? 'json' : 'text'), out });
    }
    if (format !== undefined || out !== undefined) return { wrong: '--format and --out go with --branches.' };
    const { check: checkOwn } = await import('../check.ts');
    return checkOwn({
      ...shared,
      json,
      seed: given.text('seed'),
      language: given.text('language'),
      interpreter: given.text('python'),
    });
  },
});
