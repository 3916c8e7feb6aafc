import { type Finding, isAmiss, type Trouble } from './finding.ts';

/** A report as lines, and at which of them, from 0, a trouble begins that something can be done about at once. */
export interface Report {
  readonly text: string;
  readonly actions: readonly { readonly line: number; readonly trouble: Trouble }[];
}

/** What was found, for people: first what is amiss, then what is well. */
export function reportOn(findings: readonly Finding[], product: string): Report {
  const lines: string[] = [];
  const actions: { line: number; trouble: Trouble }[] = [];
  lines.push(headline(findings), '');
  const order: readonly Finding['kind'][] = ['problem', 'warning', 'unknown'];
  for (const finding of order.flatMap((kind) => findings.filter((each) => each.kind === kind))) {
    if ('action' in finding) actions.push({ line: lines.length, trouble: finding });
    lines.push(...amissLines(finding), '');
  }
  for (const finding of findings)
    if (finding.kind === 'well') lines.push(`${marks.well} ${finding.subject}: ${finding.note}`);
  lines.push('', product);
  return { text: `${lines.join('\n')}\n`, actions };
}

/** The whole in a sentence. */
export function headline(findings: readonly Finding[]): string {
  const count = (...kinds: readonly Finding['kind'][]) => findings.filter(({ kind }) => kinds.includes(kind)).length;
  if (!findings.some(isAmiss)) return `All is well: ${findings.length} things were looked at.`;
  const [problems, warnings, unknown] = [count('problem'), count('warning'), count('unknown')];
  const parts = [
    ...(problems === 0 ? [] : [problems === 1 ? '1 thing is in the way' : `${problems} things are in the way`]),
    ...(warnings === 0 ? [] : [`${warnings} may be`]),
    ...(unknown === 0 ? [] : [`${unknown} couldn’t be looked at`]),
  ];
  return `${parts.join(', ').replace(/^(\d+) may be/, '$1 may be in the way')}.`;
}

const marks = { problem: '✗', warning: '!', unknown: '?', well: '✓' } as const;

function amissLines(finding: Finding): string[] {
  const title = `${marks[finding.kind]} ${finding.subject}`;
  switch (finding.kind) {
    case 'well':
      return [`${title}: ${finding.note}`];
    case 'unknown':
      return [title, `  ${finding.reason}`];
    case 'problem':
    case 'warning':
      return [title, `  ${finding.wrong}`, `  ${finding.remedy}`];
  }
}
