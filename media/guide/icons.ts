import { svg, type TemplateResult } from 'lit';

/** Drawn in the colour of the text around them, 16 by 16; what they mean is always said in words too. */
const icon = (drawing: TemplateResult, name: string) =>
  svg`<svg class="icon ${name}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${drawing}</svg>`;

const line = (path: string) =>
  svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`;

export const icons = {
  open: icon(svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.4"/>`, 'open'),
  checking: icon(
    svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" opacity="0.3"/>${line('M8 1.8a6.2 6.2 0 0 1 6.2 6.2')}`,
    'checking',
  ),
  passed: icon(line('M3.6 8.4l3 3 5.8-6.4'), 'passed'),
  notYet: icon(
    svg`<rect x="7" y="2.8" width="2" height="6.8" rx="1" fill="currentColor"/><circle cx="8" cy="12.2" r="1.2" fill="currentColor"/>`,
    'not-yet',
  ),
  couldNotRun: icon(line('M4.4 4.4l7.2 7.2M11.6 4.4l-7.2 7.2'), 'could-not-run'),
  chevron: icon(line('M6 3.8L10.2 8 6 12.2'), 'chevron'),
  arrow: icon(line('M3 8h9.4M8.6 4.2L12.4 8l-3.8 3.8'), 'arrow'),
  bulb: icon(
    line(
      'M6 12.2h4M6.6 14.2h2.8M8 1.8a4.2 4.2 0 0 1 2.4 7.7c-.3.2-.4.5-.4.8v.1H6v-.1c0-.3-.1-.6-.4-.8A4.2 4.2 0 0 1 8 1.8z',
    ),
    'bulb',
  ),
  code: icon(line('M5.4 4.4L1.8 8l3.6 3.6M10.6 4.4L14.2 8l-3.6 3.6'), 'code'),
  lock: icon(line('M4 7.4h8v6H4zM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2'), 'lock'),
} as const;
