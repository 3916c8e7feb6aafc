import { html, nothing, type TemplateResult } from 'lit';
import { applyMessage } from '../../src/pages/panel/apply-message.ts';
import type { FromPage, Showing, Snapshot, ToPage } from '../../src/pages/panel/contract.ts';
import type { Host } from '../shared/host.ts';
import { barView } from './bar/bar-view.ts';
import { checkView } from './check/check-view.ts';
import { comparisonView } from './check/comparison-view.ts';
import { handleKey } from './keys.ts';
import { LightElement } from './light-element.ts';
import { noticeView, problemView } from './notice-view.ts';
import { Memory } from './resume.ts';
import { screenOf } from './screens/screens.ts';
import { pictureView } from './state/picture-view.ts';
import { stateView } from './state/state-view.ts';
import { futureView } from './timeline/future-view.ts';

/** The whole panel: shows what the host said last, and tells the host what was asked for. */
export class PanelElement extends LightElement {
  static override properties = { snapshot: { attribute: false }, allFields: { state: true } };
  declare snapshot: Snapshot;
  declare allFields: boolean;
  #host: Host<FromPage, ToPage> | undefined;

  constructor() {
    super();
    this.snapshot = { kind: 'loading', what: 'Loading' };
    this.allFields = false;
    this.addEventListener('panel-ask', ({ detail }) => this.#host?.send(detail));
    document.addEventListener('keydown', (event) => {
      if (this.snapshot.kind === 'showing') handleKey(event, (message) => this.#host?.send(message));
    });
  }

  talkTo(host: Host<FromPage, ToPage>): void {
    this.#host = host;
    const memory = new Memory(host);
    host.onMessage((message) => {
      this.snapshot = applyMessage(this.snapshot, message);
      memory.saveSoon(() => this.snapshot);
    });
  }

  protected override render(): TemplateResult {
    const { snapshot } = this;
    const ask = (message: FromPage) => this.ask(message);
    if (snapshot.kind !== 'showing') return html`<main class="screen">${screenOf(snapshot, ask)}</main>`;
    return html`<main class="panel">
      <div class="top">
        ${snapshot.check === null ? nothing : checkView(snapshot.check, ask)} ${barView(snapshot, ask)}
      </div>
      ${snapshot.problem === null ? nothing : problemView(snapshot.problem, () => ask({ type: 'openProblem' }))}
      ${snapshot.notice === null ? nothing : noticeView(snapshot.notice, snapshot.words, ask)}
      ${this.#stage(snapshot, ask)}
      <panel-prediction .prediction=${snapshot.prediction}></panel-prediction>
      <panel-transport .cursor=${snapshot.cursor}></panel-transport>
      <panel-timeline
        .window=${snapshot.window}
        .stop=${snapshot.cursor.stop}
        .following=${snapshot.subject.following}
      ></panel-timeline>
      ${snapshot.comparison === null ? nothing : comparisonView(snapshot.comparison, ask)}
      ${snapshot.otherFuture === null ? nothing : futureView(snapshot.otherFuture, ask)}
      <div class="gu-hidden" role="status" aria-live="polite">${snapshot.announcement}</div>
    </main>`;
  }

  /** Time gets no more room than what has happened takes. */
  protected override updated(): void {
    const rows = this.snapshot.kind === 'showing' ? this.snapshot.window.total : 0;
    this.querySelector<HTMLElement>('.panel')?.style.setProperty('--rows', String(Math.min(rows, 100)));
  }

  #stage(showing: Showing, ask: (message: FromPage) => void): TemplateResult {
    return html`<section class="stage" aria-label="State at the cursor">
      ${pictureView(showing)}
      ${stateView(showing.state, showing.words, {
        all: this.allFields,
        toggleAll: () => {
          this.allFields = !this.allFields;
        },
        ask,
      })}
    </section>`;
  }
}
