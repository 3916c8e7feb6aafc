import { html, type TemplateResult } from 'lit';
import type { FromPage } from '../../../src/pages/panel/contract.ts';
import { LightElement } from '../light-element.ts';

export interface MenuItem {
  readonly icon: string;
  readonly text: string;
  readonly message: FromPage;
}

/** What is needed now and then, behind three dots. */
export class MenuElement extends LightElement {
  static override properties = { items: { attribute: false } };
  declare items: readonly MenuItem[];

  protected override render(): TemplateResult {
    return html`<button class="gu-icon more-button" title="More" aria-label="More" aria-haspopup="menu" popovertarget="more-menu">
        <span class="codicon codicon-ellipsis"></span>
      </button>
      <div class="menu" id="more-menu" popover role="menu" aria-label="More" @toggle=${this.#onToggle} @keydown=${this.#onKey}>
        ${this.items.map(
          ({ icon, text, message }) =>
            html`<button role="menuitem" tabindex="-1" @click=${() => this.#choose(message)}>
              <span class="codicon codicon-${icon}" aria-hidden="true"></span>${text}
            </button>`,
        )}
      </div>`;
  }

  #choose(message: FromPage): void {
    this.querySelector<HTMLElement>('.menu')?.hidePopover();
    this.ask(message);
  }

  #items(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  readonly #onToggle = ({ newState }: ToggleEvent) => {
    if (newState === 'open') this.#items()[0]?.focus();
  };

  readonly #onKey = (event: KeyboardEvent) => {
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    items[(to + items.length) % items.length]?.focus();
  };
}

customElements.define('panel-menu', MenuElement);
