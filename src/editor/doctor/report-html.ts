import { type Action, type Finding, isAmiss } from '../../doctor/finding.ts';
import { marks, sentencesOf, worstFirst } from '../../doctor/told.ts';
import { actionTitles } from './action-titles.ts';
import { reportStyle } from './report-style.ts';

/** The commands behind the page's buttons; it can call no others. */
export const pageCommands = {
  look: 'groundUp.doctor',
  copy: 'groundUp.copyDoctorReport',
  /** Takes an action; no palette has it. */
  mend: 'groundUp.mend',
} as const;

export interface ReportPage {
  readonly headline: string;
  readonly findings: readonly Finding[];
  /** What was run, and on what. */
  readonly product: string;
  /** Made anew for every page. */
  readonly nonce: string;
}

/** The report as a page that runs no script: its buttons are links to commands. */
export function reportHtml({ headline, findings, product, nonce }: ReportPage): string {
  const well = findings.filter((finding) => !isAmiss(finding));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Doctor</title>
<style nonce="${nonce}">${reportStyle}</style>
</head>
<body>
<main id="doctor">
<h1>${escaped(headline)}</h1>
<p class="buttons">${button('Look Again', pageCommands.look)}${button('Copy Report', pageCommands.copy)}</p>
${worstFirst(findings).map(amissSection).join('\n')}
<ul>
${well.map(wellItem).join('\n')}
</ul>
<footer>${escaped(product)}</footer>
</main>
</body>
</html>`;
}

/** What a screen reader says instead of a mark. */
const words = { problem: 'In the way', warning: 'May be in the way', unknown: 'Not looked at', well: 'Well' } as const;

function amissSection(finding: Finding): string {
  const paragraphs = sentencesOf(finding).map((text) => `<p>${escaped(text)}</p>`);
  const mend = 'action' in finding ? [`<p class="buttons">${actionButton(finding.action)}</p>`] : [];
  return `<section class="${finding.kind}">${mark(finding.kind)}<h2>${escaped(finding.subject)}</h2>${[...paragraphs, ...mend].join('')}</section>`;
}

function wellItem(finding: Finding): string {
  return `<li class="well">${mark('well')}<b>${escaped(finding.subject)}</b> <span>${escaped(sentencesOf(finding).join(' '))}</span></li>`;
}

function mark(kind: Finding['kind']): string {
  return `<span class="mark" role="img" aria-label="${words[kind]}">${marks[kind]}</span>`;
}

function actionButton(action: Action): string {
  return button(actionTitles[action], `${pageCommands.mend}?${encodeURIComponent(JSON.stringify([action]))}`);
}

function button(title: string, command: string): string {
  return `<a role="button" href="command:${command}">${escaped(title)}</a>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
