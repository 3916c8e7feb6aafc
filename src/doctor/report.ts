import { type Action, type Finding, isAmiss } from './finding.ts';

/** A report as lines, and at which of them, from 0, a trouble begins that something can be done about at once. */
export interface Report {
  readonly text: string;
  readonly actions: readonly { readonly line: number; readonly action: Action }[];
}

/** What was found, for people: first what is amiss, then what is well. */
export function reportOn(findings: readonly Finding[], product: string): Report {
  const lines: string[] = [];
  const actions: { line: number; action: Action }[] = [];
  lines.push(headline(findings), '');
  const order: readonly Finding['kind'][] = ['problem', 'warning', 'unknown'];
  for (const finding of order.flatMap((kind) => findings.filter((each) => each.kind === kind))) {
    if ('action' in finding) actions.push({ line: lines.length, action: finding.action });
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
    ...(problems === 0 ? [] : [`${things(problems)} ${problems === 1 ? 'is' : 'are'} in the way`]),
    ...(warnings === 0 ? [] : [`${things(warnings)} may be in the way`]),
    ...(unknown === 0 ? [] : [`${things(unknown)} couldn’t be looked at`]),
  ];
  return `${parts.join('; ')}.`;
}

function things(count: number): string {
  return `${count} thing${count === 1 ? '' : 's'}`;
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
