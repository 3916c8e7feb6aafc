import { html, nothing, type TemplateResult } from 'lit';
import type { CheckView, HistoryView } from '../../../src/pages/panel/check.ts';
import type { FromPage, Showing } from '../../../src/pages/panel/contract.ts';
import { selected } from './select.ts';

type Ask = (message: FromPage) => void;

/** Everything that can be looked at: what a check led to, what is in memory, and the streams of the store. */
export function pickView(showing: Showing, ask: Ask): TemplateResult {
  const { choices, check } = showing;
  const pick = ({ target }: Event) => {
    const chosen = target instanceof HTMLSelectElement ? messages[target.selectedIndex] : undefined;
    if (chosen !== undefined) ask(chosen);
  };
  // In the order of the options: their values are names that anybody may have given.
  const messages: (FromPage | undefined)[] = [];
  const option: Option = ({ value, text, chosen, message, events }) => {
    messages.push(message);
    return html`<option
      value=${value}
      data-events=${events === undefined ? nothing : eventCount(events)}
      .selected=${chosen}
    >${text}</option>`;
  };
  return html`<select class="gu-input pick" aria-label="What to look at" @change=${pick}>
      ${selected} ${check === null ? nothing : historyOptions(showing, check, option)} ${streamOptions(showing, option)}
    </select>
    ${check === null && choices.store !== 'none' ? followView(choices.followNewest, ask) : nothing}`;
}

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
  readonly events?: number;
  /** Nothing where it is what one looks at already. */
  readonly message?: FromPage;
}

type Option = (choice: Choice) => TemplateResult;

function historyOptions({ subject, words }: Showing, { histories, chosen }: CheckView, option: Option): TemplateResult {
  const { title } = subject;
  const optionsOf = (wanted: HistoryView['of']) =>
    histories
      .filter(({ of }) => of === wanted)
      .map(({ id, name, events }) => {
        const text = wanted === 'aggregate' ? `“${name}”` : name;
        return option({
          value: id,
          text,
          chosen: id === chosen,
          events,
          message: { type: 'pickHistory', history: id },
        });
      });
  const isElsewhere = chosen === null || histories.length === 0;
  return html`${isElsewhere ? option({ value: title, text: title, chosen: true }) : nothing}
    ${group(`${capitalised(words.many)} of this check`, optionsOf('aggregate'))} ${group('What it stored', optionsOf('stream'))}`;
}

function group(label: string, options: readonly TemplateResult[]): TemplateResult | typeof nothing {
  return options.length === 0 ? nothing : html`<optgroup label=${label}>${options}</optgroup>`;
}

/** What is in memory, and the streams; one that was imported into memory is none of them. */
function streamOptions({ subject, choices, check, words }: Showing, option: Option): TemplateResult {
  const { streams, chosen } = choices;
  const known = chosen === null || streams.some(({ name }) => name === chosen);
  const own = subject.kind === 'memory' && check === null ? subject.title : `Your ${words.one}`;
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

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function eventCount(events: number): string {
  return events === 1 ? '1 event' : `${events.toLocaleString('en')} events`;
}
