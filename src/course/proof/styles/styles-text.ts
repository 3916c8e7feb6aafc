import type { StyleMutant } from './mutate-styles.ts';
import type { StyleVerdict } from './prove-styles.ts';
import type { StyleProgram } from './style-programs.ts';

/** A right program that was rejected, and how to have it again. */
export function rejectedText({ program, rejected }: StyleVerdict): string {
  return `✗ ${program.seed} is rejected at ${rejected}\n    ${program.choices.join(' · ')}`;
}

/** A wrong program that passed. */
export function survivorText({ program, mutant }: StyleMutant): string {
  const { file, line, operator, was, becomes } = mutant;
  return `✗ ${program.seed} ${file}:${line} passes every step (${operator})\n    - ${was}\n    + ${becomes}`;
}

/** What its writer wrote. */
export function filesText({ files, own }: StyleProgram): string {
  return own.map((path) => `── ${path}\n${files.get(path)}`).join('\n');
}
