import { html, nothing, type TemplateResult } from 'lit';
import type { PredictionView, Row } from '../../../src/pages/panel/timeline.ts';
import { LightElement } from '../light-element.ts';

/** Before a step: which fields will change? After it: how that went. */
export class PredictionElement extends LightElement {
  static override properties = { prediction: { attribute: false }, guess: { state: true } };
  declare prediction: PredictionView | null;
  declare guess: ReadonlySet<string>;

  constructor() {
    super();
    this.guess = new Set();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { prediction } = this;
    switch (prediction?.kind) {
      case undefined:
        return nothing;
      case 'waiting':
        return html`<p class="prediction hint gu-dim">Step forward, and guess first what will change.</p>`;
      case 'asking':
        return this.#asking(prediction.next, prediction.fields);
      case 'told':
        return this.#told(prediction);
    }
  }

  #asking(next: Row, fields: readonly string[]): TemplateResult {
    return html`<form class="prediction" aria-label="Predict" @submit=${this.#answer}>
      <p><span class="gu-dim">Next:</span> ${nameOf(next)} <strong>Which fields will change?</strong></p>
      <div class="chips">
        ${fields.map(
          (field) =>
            html`<label class="chip gu-mono"
              ><input
                type="checkbox"
                .checked=${this.guess.has(field)}
                @change=${() => this.#toggle(field)}
              />${field}</label
            >`,
        )}
      </div>
      <button class="gu-button" type="submit">Step, and see</button>
    </form>`;
  }

  #told({ right, missed, wrong }: Extract<PredictionView, { kind: 'told' }>): TemplateResult {
    const perfect = missed.length === 0 && wrong.length === 0;
    return html`<div class="prediction told" role="status">
      ${perfect ? html`<p class="good"><span class="codicon codicon-check"></span> Just as you said.</p>` : nothing}
      ${line('right', 'Right', perfect ? [] : right)} ${line('missed', 'Changed as well', missed)}
      ${line('missed', 'Did not change', wrong)}
    </div>`;
  }

  #toggle(field: string): void {
    const guess = new Set(this.guess);
    if (!guess.delete(field)) guess.add(field);
    this.guess = guess;
  }

  readonly #answer = (event: SubmitEvent) => {
    event.preventDefault();
    this.ask({ type: 'guess', fields: [...this.guess] });
    this.guess = new Set();
  };
}

function line(kind: string, told: string, fields: readonly string[]): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  return html`<p class=${kind}>${told}: <span class="gu-mono">${fields.join(', ')}</span></p>`;
}

function nameOf(row: Row): TemplateResult {
  if (row.kind === 'event') return html`<span class="gu-note">${row.type} ${row.summary}</span>`;
  if (row.kind === 'start') return html`${nothing}`;
  const kind = row.kind === 'refused' ? 'refused' : 'command';
  return html`<span class="gu-note ${kind}">${row.command}</span>`;
}

customElements.define('panel-prediction', PredictionElement);
