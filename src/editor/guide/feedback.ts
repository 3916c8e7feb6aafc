import type { Told } from '../../course/judgement.ts';
import type { Feedback } from '../../pages/guide/contract.ts';
import { comparisonRows } from './comparison-rows.ts';

/** What is told about a step, as the guide and the matrix show it; `source` is what the guilty line says. */
export function feedbackOf(
  { headline, why, comparison, at }: Told,
  ran: boolean,
  source: string | undefined,
): Feedback {
  return {
    headline,
    why,
    ran,
    rows: comparison === undefined ? [] : comparisonRows(comparison),
    ...(at !== undefined && {
      at: {
        file: at.file,
        line: at.line,
        column: at.column,
        text: `${nameOf(at.file)}:${at.line}`,
        ...(source !== undefined && { source: source.trim() }),
      },
    }),
  };
}

/** A file's name without its folders. */
export function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
