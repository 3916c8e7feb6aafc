/// <reference types="node" />
import { DisposableStore } from '../../../src/base/disposable.ts';
import { PanelSession } from '../../../src/editor/panel/panel-session.ts';
import { Shelf } from '../../../src/editor/panel/shelf.ts';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { learnerFiles, playable } from '../../editor/panel/learner-files.ts';
import { ReferenceSource } from '../../editor/panel/reference-source.ts';
import { sourceRunner } from '../../learner/runners.ts';
import type { PanelPage } from './harness.ts';

/** The reference needs no code of a learner’s. */
const noCode = () => Promise.reject(new Error('There is no learner here.'));
const nobody = {
  openPlace() {},
  openCode() {},
  openLarge() {},
  trust() {},
  startTutorial() {},
  saveText: async () => true,
  openText: async () => undefined,
  copyText: async () => undefined,
};

/** A page that talks to a real session over a real game, and to a real store where it is asked for. */
export class Stage extends DisposableStore {
  readonly page: PanelPage['page'];
  readonly source: ReferenceSource;
  readonly shelf: Shelf;
  readonly session: PanelSession;
  readonly #panel: PanelPage;

  private constructor(panel: PanelPage, withLearner: boolean) {
    super();
    this.#panel = panel;
    this.page = panel.page;
    this.source = new ReferenceSource();
    const runner = withLearner ? this.add(sourceRunner()) : undefined;
    const openCode = async () => runner?.open({ files: learnerFiles(...playable) }) ?? noCode();
    this.shelf = this.add(new Shelf(openCode, this.source));
    this.session = this.add(new PanelSession(this.shelf, nobody));
  }

  /** With a learner, streams are folded by real code of a real one, in a process of its own. */
  static async open(panel: PanelPage, withLearner = false): Promise<Stage> {
    const stage = new Stage(panel, withLearner);
    stage.session.availability = 'available';
    const connection = stage.add(stage.session.connect((message) => void panel.post(message)));
    await panel.listen((message) => connection.receive(message));
    await panel.page.waitForSelector('.panel');
    return stage;
  }

  /** From now on there is a store to look into. */
  store(): EventStore {
    const store = openMemoryStore();
    this.add(store);
    this.shelf.store = { kind: 'open', store };
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
