import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The parts of the proof that only those who work on the course have a use for. */
interface ProofParts {
  readonly mutation: typeof import('../../course/proof/mutation/bundle.ts');
  readonly styles: typeof import('../../course/proof/styles/bundle.ts');
}

/** Its address is worked out at run time so that no bundle takes it in; undefined where the sources are not. */
export async function loadProofPart<Part extends keyof ProofParts>(part: Part): Promise<ProofParts[Part] | undefined> {
  const file = join(import.meta.dirname, `../../course/proof/${part}/bundle.ts`);
  return existsSync(file) ? import(pathToFileURL(file).href) : undefined;
}

export function needsSources(print: (line: string) => void): number {
  print('This run needs the sources of Ground Up: npm run prove -- --mutate, or --styles, in their folder.');
  return 2;
}
