/// <reference types="node" />

import { DisposableStore } from '../../../src/base/disposable.ts';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import type { PanelInput } from '../../../src/panel/panel-input.ts';
import { PanelSession } from '../../../src/panel/panel-session.ts';
import { sourceRunner } from '../../learner/runners.ts';
import { ReferenceGame } from '../../panel/connect-four/reference-game.ts';
import { learnerFiles, playable } from '../../panel/learner-files.ts';
import type { ReferenceSource } from '../../panel/reference-source.ts';
import type { PanelPage } from './harness.ts';

/** The reference needs no code of a learner’s. */
const noCode = () => Promise.reject(new Error('There is no learner here.'));
const nobody = {
  openLocation() {},
  openCode() {},
  openLarge() {},
  trust() {},
  startTutorial() {},
  saveText: async () => true,
  openText: async () => undefined,
  copyText: async () => undefined,
};

/** A page that talks to a real session over a real aggregate, and to a real store where it is asked for. */
export class Stage<Source extends ReferenceSource = ReferenceGame> extends DisposableStore {
  readonly page: PanelPage['page'];
  readonly source: Source;
  readonly session: PanelSession;
  readonly #panel: PanelPage;

  private constructor(panel: PanelPage, source: Source, withLearner: boolean) {
    super();
    this.#panel = panel;
    this.page = panel.page;
    this.source = source;
    const runner = withLearner ? this.add(sourceRunner()) : undefined;
    const open = async () => runner?.open({ files: learnerFiles(...playable) }) ?? noCode();
    this.session = this.add(
      new PanelSession({ aggregate: source.aggregate, language: typescript, open }, nobody, source),
    );
  }

  /** With a learner, streams are folded by real code of a real one, in a process of its own. */
  static open(panel: PanelPage, withLearner = false): Promise<Stage> {
    return Stage.of(panel, new ReferenceGame(), withLearner);
  }

  static async of<Source extends ReferenceSource>(
    panel: PanelPage,
    source: Source,
    withLearner = false,
  ): Promise<Stage<Source>> {
    const stage = new Stage(panel, source, withLearner);
    stage.take({ kind: 'availability', availability: 'available' });
    const connection = stage.add(stage.session.connect((message) => void panel.post(message)));
    await panel.listen((message) => connection.receive(message));
    await panel.page.waitForSelector('.panel');
    return stage;
  }

  take(input: PanelInput): void {
    this.session.take(input);
  }

  /** From now on there is a store to look into. */
  store(): EventStore {
    const store = openMemoryStore();
    this.add(store);
    this.take({ kind: 'store', store: { kind: 'open', store } });
    return store;
  }

  /** Everything that was said is on screen. */
  settled(): Promise<void> {
    return this.#panel.settled();
  }

  /** Waits until the panel says that it looks at this place, `5 / 7`. */
  async at(where: string): Promise<void> {
    await this.page.waitForFunction((text) => document.querySelector('.where')?.textContent === text, where);
  }

  /** Goes to the row in which something stands, wherever that has moved to meanwhile. */
  async go(text: string, nth = 0): Promise<void> {
    await this.settled();
    await this.page.locator('.go', { hasText: text }).nth(nth).dispatchEvent('click');
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
