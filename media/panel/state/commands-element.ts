import { html, nothing, type TemplateResult } from 'lit';
import type { CommandView, Drive } from '../../../src/pages/panel/state.ts';
import { selected } from '../bar/select.ts';
import { LightElement } from '../light-element.ts';

type ArgumentView = CommandView['arguments'][number];

/** A form for each command, for an aggregate that is driven by nothing of its own. */
export class CommandsElement extends LightElement {
  static override properties = { drive: { attribute: false } };
  declare drive: Drive;

  protected override render(): TemplateResult | typeof nothing {
    const { commands, scripted } = this.drive;
    const [first] = commands;
    if (scripted && first?.possible.kind === 'not') return html`<p class="gu-dim hint">${first.possible.why}</p>`;
    return html`<div class="commands">${commands.map((command) => this.#form(command))}</div>`;
  }

  #form(command: CommandView): TemplateResult {
    const { title, arguments: args, possible } = command;
    return html`<form class="command-form" aria-label=${title} @submit=${(event: SubmitEvent) => this.#give(event, command)}>
      ${args.map((argument) => html`<label><span class="gu-dim">${argument.title}</span> ${inputFor(argument)}</label>`)}
      <button class="gu-button" type="submit" ?disabled=${this.drive.busy}>${title}</button>
      ${possible.kind === 'not' ? html`<p class="gu-dim hint">${possible.why}</p>` : nothing}
    </form>`;
  }

  #give(event: SubmitEvent, { type, arguments: args }: CommandView): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const given = new FormData(event.target);
    const values = args.map(({ name, kind }) => {
      const text = String(given.get(name) ?? '');
      return [name, kind === 'number' ? Number(text) : text] as const;
    });
    this.ask({ type: 'giveCommand', command: type, arguments: Object.fromEntries(values) });
  }
}

function inputFor(argument: ArgumentView): TemplateResult {
  const { name } = argument;
  switch (argument.kind) {
    case 'text':
      return html`<input class="gu-input" name=${name} value=${argument.initial} maxlength="200" autocomplete="off" spellcheck="false" />`;
    case 'number':
      return html`<input class="gu-input" type="number" step="any" required name=${name} value=${argument.initial} />`;
    case 'choice':
      return html`<select class="gu-input" name=${name}>
        ${selected} ${argument.choices.map((choice) => html`<option value=${choice}>${choice}</option>`)}
      </select>`;
  }
}

customElements.define('panel-commands', CommandsElement);
