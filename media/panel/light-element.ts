import { LitElement } from 'lit';
import type { FromPage } from '../../src/pages/panel/contract.ts';

/** An element that renders into the page itself, so that one stylesheet and one set of icons serve all. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Asks the panel to tell the host something. */
  protected ask(message: FromPage): void {
    this.dispatchEvent(new CustomEvent<FromPage>('panel-ask', { detail: message, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementEventMap {
    'panel-ask': CustomEvent<FromPage>;
  }
}
