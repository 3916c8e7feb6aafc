import { html, nothing, type TemplateResult } from 'lit';
import type { CheckView, PageMessage, Showing, TaleView } from '../../src/panel/contract.ts';
import { selected } from './select.ts';

type Ask = (message: PageMessage) => void;

/** Everything that can be looked at: what a check led to, the game in memory, and the streams of the store. */
export function pickView(showing: Showing, ask: Ask): TemplateResult {
  const { choices, check } = showing;
  const pick = ({ target }: Event) => {
    const chosen = target instanceof HTMLSelectElement ? messages[target.selectedIndex] : undefined;
    if (chosen !== undefined) ask(chosen);
  };
  // In the order of the options: their values are names that anybody may have given.
  const messages: (PageMessage | undefined)[] = [];
  const option: Option = ({ value, text, chosen, message, events }) => {
    messages.push(message);
    return html`<option
      value=${value}
      data-events=${events === undefined ? nothing : eventCount(events)}
      .selected=${chosen}
    >${text}</option>`;
  };
  return html`<select class="gu-input pick" aria-label="What to look at" @change=${pick}>
      ${selected} ${check === null ? nothing : taleOptions(showing, check, option)} ${streamOptions(showing, option)}
    </select>
    ${check === null && choices.store !== 'none' ? followView(choices.followNewest, ask) : nothing}`;
}

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
  readonly events?: number;
  /** Nothing where it is what one looks at already. */
  readonly message?: PageMessage;
}

type Option = (choice: Choice) => TemplateResult;

function taleOptions({ subject }: Showing, { tales, chosen }: CheckView, option: Option): TemplateResult {
  const { title } = subject;
  const optionsOf = (wanted: TaleView['of']) =>
    tales
      .filter(({ of }) => of === wanted)
      .map(({ id, name, events }) => {
        const text = wanted === 'game' ? `“${name}”` : name;
        return option({ value: id, text, chosen: id === chosen, events, message: { type: 'pickTale', tale: id } });
      });
  const isElsewhere = chosen === null || tales.length === 0;
  return html`${isElsewhere ? option({ value: title, text: title, chosen: true }) : nothing}
    ${group('Games of this check', optionsOf('game'))} ${group('What it stored', optionsOf('stream'))}`;
}

function group(label: string, options: readonly TemplateResult[]): TemplateResult | typeof nothing {
  return options.length === 0 ? nothing : html`<optgroup label=${label}>${options}</optgroup>`;
}

/** The game in memory, and the streams; one that was imported into memory is none of them. */
function streamOptions({ subject, choices, check }: Showing, option: Option): TemplateResult {
  const { streams, chosen } = choices;
  const known = chosen === null || streams.some(({ name }) => name === chosen);
  const own = subject.kind === 'game' && check === null ? subject.title : 'Your game';
  const inMemory = chosen === null && check === null;
  return html`${option({ value: '', text: `${own} (in memory)`, chosen: inMemory, message: { type: 'pick', stream: null } })}
  ${known ? nothing : option({ value: chosen, text: chosen, chosen: true })}
  ${streams.map(({ name, events }) =>
    option({ value: name, text: name, events, chosen: name === chosen, message: { type: 'pick', stream: name } }),
  )}`;
}

/** Following goes to whichever stream begins next. */
function followView(on: boolean, ask: Ask): TemplateResult {
  return html`<button
    class="gu-icon"
    aria-pressed=${on}
    title="Follow the newest stream"
    aria-label="Follow the newest stream"
    @click=${() => ask({ type: 'followNewest', on: !on })}
  >
    <span class="codicon codicon-${on ? 'pinned' : 'pin'}"></span>
  </button>`;
}

export function eventCount(events: number): string {
  return events === 1 ? '1 event' : `${events.toLocaleString('en')} events`;
}
