import { type Finding, isAmiss } from './finding.ts';
import { marks, sentencesOf, worstFirst } from './told.ts';

/** What was found, as text: first what is amiss, then what is well. `product` is what was run, and on what. */
export function reportText(findings: readonly Finding[], product: string): string {
  const amiss = worstFirst(findings).map((finding) =>
    [`${marks[finding.kind]} ${finding.subject}`, ...sentencesOf(finding).map((sentence) => `  ${sentence}`)].join(
      '\n',
    ),
  );
  const well = findings
    .filter((finding) => !isAmiss(finding))
    .map((finding) => `${marks.well} ${finding.subject}: ${sentencesOf(finding).join(' ')}`);
  return [headline(findings), ...amiss, ...(well.length === 0 ? [] : [well.join('\n')]), product].join('\n\n');
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
