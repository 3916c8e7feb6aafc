import type { Finding } from './finding.ts';

type Kind = Finding['kind'];

/** How findings are told, wherever they are. */
export const marks: Readonly<Record<Kind, string>> = { problem: '✗', warning: '!', unknown: '?', well: '✓' };

const order: readonly Kind[] = ['problem', 'warning', 'unknown'];

/** What is amiss, the worst first; what is well is left out. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return order.flatMap((kind) => findings.filter((finding) => finding.kind === kind));
}

/** What there is to say of one thing: what was seen, and then what to do about it. */
export function sentencesOf(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'well':
      return [finding.note];
    case 'unknown':
      return [finding.reason];
    case 'problem':
    case 'warning':
      return [finding.wrong, finding.remedy];
  }
}
