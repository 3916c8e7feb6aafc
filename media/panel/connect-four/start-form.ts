import { html, nothing, type TemplateResult } from 'lit';
import type { Possibility } from '../../../src/pages/panel/state.ts';
import { LightElement } from '../light-element.ts';
import { tokenSign } from './token-sign.ts';

/** Two names and a button: the command `startGame`. */
export class StartForm extends LightElement {
  static override properties = {
    start: { attribute: false },
    busy: { attribute: false },
    again: { attribute: false },
  };
  declare start: Possibility;
  declare busy: boolean;
  declare again: boolean;

  protected override render(): TemplateResult {
    const { start } = this;
    return html`<form class="start-form" aria-label="Start a game" @submit=${this.#submit}>
      <div class="names">
        <label>${tokenSign('one')}<span class="gu-hidden">Player one</span>
          <input class="gu-input" name="playerOne" value="Ada" maxlength="200" autocomplete="off" spellcheck="false" /></label>
        <label>${tokenSign('two')}<span class="gu-hidden">Player two</span>
          <input class="gu-input" name="playerTwo" value="Grace" maxlength="200" autocomplete="off" spellcheck="false" /></label>
      </div>
      <button class="gu-button" type="submit" ?disabled=${this.busy}>Start game</button>
      ${start.kind === 'not' ? html`<p class="gu-dim hint">${start.why}</p>` : nothing}
      ${this.again ? html`<button class="gu-link" type="button" @click=${this.#done}>Never mind</button>` : nothing}
    </form>`;
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const [playerOne, playerTwo] = [...this.querySelectorAll('input')].map(({ value }) => value);
    if (playerOne === undefined || playerTwo === undefined) return;
    this.ask({ type: 'giveCommand', command: 'StartGame', arguments: { playerOne, playerTwo } });
    this.#done();
  };

  readonly #done = () => this.dispatchEvent(new CustomEvent('start-done'));
}

customElements.define('panel-start', StartForm);
