import { command } from '../command.ts';
import { print } from '../print.ts';
import { findResources } from '../resources.ts';

export const prove = command({
  name: 'prove',
  about: 'prove that the course itself is sound',
  words: 0,
  options: {
    exercise: { kind: 'text', value: 'EXERCISE', about: 'one of its exercises only' },
    language: { kind: 'text', value: 'LANGUAGE', about: 'typescript or python (default: typescript)' },
    python: { kind: 'text', value: 'PROGRAM', about: 'the interpreter for Python (default: it is looked for)' },
    headlines: { kind: 'flag', about: 'say what each mistake is told, as a table in Markdown' },
    mutate: { kind: 'flag', about: 'try the checks on every small mistake in the solutions' },
    styles: { kind: 'flag', about: 'try them on right programs in many styles; with --mutate, on mistakes in those' },
    count: {
      kind: 'text',
      value: 'NUMBER',
      about: 'how many programs for each exercise (default: 400; 40 with --mutate)',
    },
    only: { kind: 'text', value: 'NUMBER,NUMBER', about: "these of the seed's programs, and show them" },
    seed: { kind: 'text', value: 'SEED', about: 'of all that is drawn; the same one gives the same run again' },
  },
  async run(given) {
    const [count] = numbersIn(given.text('count')) ?? [];
    const only = numbersIn(given.text('only'));
    if ([count, ...(only ?? [])].some(Number.isNaN)) return { wrong: '--count and --only take numbers.' };
    const { prove: proveCourse } = await import('../prove/prove.ts');
    return proveCourse({
      resources: findResources(),
      exercise: given.text('exercise'),
      language: given.text('language'),
      interpreter: given.text('python'),
      headlines: given.has('headlines'),
      mutate: given.has('mutate'),
      styles: given.has('styles'),
      seed: given.text('seed'),
      count,
      only,
      print,
    });
  },
});

/** `3,17`; what is no number from 0 on is NaN. */
function numbersIn(text: string | undefined): number[] | undefined {
  return text?.split(',').map((number) => (/^\d{1,6}$/.test(number) ? Number(number) : Number.NaN));
}
