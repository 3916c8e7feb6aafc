import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../../src/storming/findings.ts';
import { type NoteKind, noteKinds } from '../../src/storming/wall.ts';
import { kindNames } from '../../src/storming/words.ts';
import { helpTemplate } from './help.ts';
import type { Action } from './keys.ts';
import { reviewTemplate } from './review.ts';

export interface ToolbarView {
  readonly hasNote: boolean;
  readonly isConnecting: boolean;
  readonly readOnly: boolean;
  /** 1 is the size of the text in the editor's own lists. */
  readonly zoom: number;
  readonly findings: readonly Finding[];
  goTo(id: string): void;
  act(action: Action): void;
  exportAs(format: 'exportAsSvg' | 'exportAsMarkdown'): void;
}

/** Short, since all six stand in one row. */
const labels: Readonly<Record<NoteKind, string>> = { ...kindNames, constraint: 'Constraint' };

export function toolbarTemplate(view: ToolbarView): TemplateResult {
  return html`
    <header>
      ${view.readOnly ? html`<p class="read-only">Only to be looked at</p>` : html`${adding(view)}${changing(view)}`}
      <div class="tools end" role="group" aria-label="The whole wall">
        ${zooming(view)}
        <button class="gu-button quiet" popovertarget="review" title="What is worth another look">Review</button>
        <button class="gu-button quiet" @click=${() => view.exportAs('exportAsSvg')}>SVG</button>
        <button class="gu-button quiet" @click=${() => view.exportAs('exportAsMarkdown')}>Markdown</button>
        <button class="gu-icon" popovertarget="help" aria-label="Help: keys and mouse" title="Keys and mouse (?)">
          <span class="codicon codicon-question" aria-hidden="true"></span>
        </button>
      </div>
      ${helpTemplate} ${reviewTemplate(view.findings, view.goTo)}
    </header>
  `;
}

function adding({ act }: ToolbarView): TemplateResult {
  return html`<div class="tools" role="group" aria-label="Add a note">
    ${noteKinds.map(
      (kind, at) => html`<button
        class="gu-button quiet add"
        title="Add: ${kindNames[kind]} (${at + 1})"
        @click=${() => act({ do: 'add', kind })}
      >
        <span class="swatch ${kind}" aria-hidden="true"></span>${labels[kind]}
      </button>`,
    )}
  </div>`;
}

function changing({ act, hasNote, isConnecting }: ToolbarView): TemplateResult {
  const tool = (
    action: 'write' | 'connect' | 'remove' | 'showInCode',
    icon: string,
    name: string,
    key: string,
  ) => html`<button
    class="gu-icon"
    title="${name} (${key})"
    aria-label=${name}
    aria-disabled=${!hasNote}
    aria-pressed=${action === 'connect' ? isConnecting : nothing}
    @click=${() => hasNote && act({ do: action })}
  >
    <span class="codicon codicon-${icon}" aria-hidden="true"></span>
  </button>`;
  return html`<div class="tools" role="group" aria-label="The chosen note">
    ${tool('write', 'edit', 'Write', 'Enter')} ${tool('connect', 'arrow-right', 'Connect', 'C')}
    ${tool('remove', 'trash', 'Delete', 'Delete')} ${tool('showInCode', 'go-to-file', 'Show in the Code', 'F12')}
  </div>`;
}

function zooming({ act, zoom }: ToolbarView): TemplateResult {
  const step = (by: 1 | -1, icon: string, name: string, key: string) => html`<button
    class="gu-icon"
    title="${name} (${key})"
    aria-label=${name}
    @click=${() => act({ do: 'zoom', by })}
  >
    <span class="codicon codicon-${icon}" aria-hidden="true"></span>
  </button>`;
  return html`${step(-1, 'zoom-out', 'Zoom out', '−')}
    <button class="gu-button quiet percent" title="Back to 100 % (0)" @click=${() => act({ do: 'zoom', by: 0 })}>
      ${Math.round(zoom * 100)} %
    </button>
    ${step(1, 'zoom-in', 'Zoom in', '+')}`;
}
