import { html, type TemplateResult } from 'lit';
import type { PageMessage } from '../../src/panel/contract.ts';
import { LightElement } from './light-element.ts';

export interface MenuItem {
  readonly icon: string;
  readonly text: string;
  readonly message: PageMessage;
}

/** What is needed now and then, behind three dots. */
export class MenuElement extends LightElement {
  static override properties = { items: { attribute: false }, open: { state: true } };
  declare items: readonly MenuItem[];
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.open = false;
    });
  }

  protected override render(): TemplateResult {
    return html`<button
        class="gu-icon more-button"
        title="More"
        aria-label="More"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        @click=${() => this.#toggle(!this.open)}
      >
        <span class="codicon codicon-ellipsis"></span>
      </button>
      <div class="menu" role="menu" aria-label="More" ?hidden=${!this.open}>
        ${this.items.map(
          ({ icon, text, message }) =>
            html`<button
              role="menuitem"
              tabindex="-1"
              @click=${() => {
                this.#toggle(false);
                this.ask(message);
              }}
            >
              <span class="codicon codicon-${icon}" aria-hidden="true"></span>${text}
            </button>`,
        )}
      </div>`;
  }

  #toggle(open: boolean): void {
    this.open = open;
    void this.updateComplete.then(() =>
      (open ? this.#item(0) : this.querySelector<HTMLElement>('.more-button'))?.focus(),
    );
  }

  #item(index: number): HTMLElement | undefined {
    const items = [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
    return items[(index + items.length) % items.length];
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (!this.open) return;
    const items = [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) this.#toggle(false);
    else this.#item(to)?.focus();
  };
}

customElements.define('panel-menu', MenuElement);
