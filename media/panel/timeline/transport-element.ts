import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { CursorView } from '../../../src/pages/panel/timeline.ts';
import { LightElement } from '../light-element.ts';

const speeds = [0.5, 1, 2, 5] as const;

/** First, back, play, forward, last, and a slider over all of time. */
export class TransportElement extends LightElement {
  static override properties = { cursor: { attribute: false }, speed: { state: true } };
  declare cursor: CursorView;
  declare speed: (typeof speeds)[number];

  constructor() {
    super();
    this.speed = 1;
  }

  protected override render(): TemplateResult {
    const { stop, stops, playing } = this.cursor;
    const atStart = stop === 0;
    const atEnd = stop === stops;
    return html`<div class="transport" role="toolbar" aria-label="Move through time">
      ${button('First', icons.first, atStart, () => this.ask({ type: 'step', by: 'first' }))}
      ${button('Back', icons.back, atStart, () => this.ask({ type: 'step', by: 'back' }))}
      ${
        playing
          ? button('Pause', icons.pause, false, () => this.ask({ type: 'pause' }))
          : button('Play', icons.play, stops === 0, () => this.#play())
      }
      ${button('Forward', icons.forward, atEnd, () => this.ask({ type: 'step', by: 'forward' }))}
      ${button('Last', icons.last, atEnd, () => this.ask({ type: 'step', by: 'last' }))}
      <input
        class="slider"
        type="range"
        min="0"
        max=${stops}
        .value=${String(stop)}
        aria-label="Point in time"
        aria-valuetext=${this.#where()}
        @input=${this.#slide}
      />
      <button class="speed" title="Speed" aria-label="Speed: ${this.speed} per second" @click=${() => this.#faster()}>
        ${this.speed}×
      </button>
      <output class="where gu-mono" title=${this.#where()}>${this.#short()}</output>
    </div>`;
  }

  protected override updated(): void {
    const { stop, stops } = this.cursor;
    const slider = this.querySelector<HTMLInputElement>('.slider');
    slider?.style.setProperty('--at', `${stops === 0 ? 0 : (stop / stops) * 100}%`);
  }

  #where(): string {
    const { revision, stop } = this.cursor;
    if (revision !== null) return `revision ${revision}`;
    return stop === 0 ? 'start (no events)' : 'no event yet';
  }

  /** Where, out of where: `5 / 7`. */
  #short(): string {
    const { revision, lastRevision } = this.cursor;
    return `${revision ?? '–'} / ${lastRevision ?? '–'}`;
  }

  #play(): void {
    this.ask({ type: 'play', perSecond: this.speed });
  }

  #faster(): void {
    this.speed = speeds[(speeds.indexOf(this.speed) + 1) % speeds.length] ?? 1;
    if (this.cursor.playing) this.#play();
  }

  readonly #slide = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) this.ask({ type: 'seek', stop: target.valueAsNumber });
  };
}

/** `aria-disabled` rather than `disabled`: a button that loses the focus at the end of time would stop the arrow keys. */
function button(label: string, icon: SVGTemplateResult, off: boolean, press: () => void): TemplateResult {
  return html`<button
    class="gu-icon"
    title=${label}
    aria-label=${label}
    aria-disabled=${off}
    @click=${() => {
      if (!off) press();
    }}
  >
    <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">${icon}</svg>
  </button>`;
}

const icons = {
  first: svg`<path d="M3 3h1.6v10H3zM13 3v10L5.8 8z"></path>`,
  back: svg`<path d="M11.5 3v10L4 8z"></path>`,
  play: svg`<path d="M4.5 2.5v11L13 8z" class="strong"></path>`,
  pause: svg`<path d="M4 3h3v10H4zM9 3h3v10H9z" class="strong"></path>`,
  forward: svg`<path d="M4.5 3v10L12 8z"></path>`,
  last: svg`<path d="M11.4 3H13v10h-1.6zM3 3v10l7.2-5z"></path>`,
};

customElements.define('panel-transport', TransportElement);
