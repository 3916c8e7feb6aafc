import type { GameMemory } from '../../../src/editor/panel/game-memory.ts';
import { GameSource } from '../../../src/editor/panel/game-source.ts';
import { PanelSession } from '../../../src/editor/panel/panel-session.ts';
import { Shelf } from '../../../src/editor/panel/shelf.ts';
import type { LearnerRunner } from '../../../src/learner/learner-code.ts';
import { applyMessage } from '../../../src/panel/apply-message.ts';
import type { PageMessage, Showing, Snapshot } from '../../../src/panel/contract.ts';
import type { Place } from '../../../src/timeline/entry.ts';

/** A session on the learner's files, watched as a page would watch it. */
export class Watched implements Disposable {
  files: ReadonlyMap<string, string>;
  snapshot: Snapshot = { kind: 'loading', what: '' };
  readonly opened: Place[] = [];
  readonly copied: string[] = [];
  /** The one file that is exported to and imported from. */
  file: string | undefined;
  readonly shelf: Shelf;
  readonly session: PanelSession;
  readonly #page: { receive(message: unknown): void };
  #heard: () => void = () => {};

  constructor(runner: LearnerRunner, files: ReadonlyMap<string, string>, memory?: GameMemory) {
    this.files = files;
    const openCode = () => runner.open({ files: this.files, limits: { time: 1_000 } });
    this.shelf = new Shelf(openCode, new GameSource(openCode, undefined, memory));
    this.session = new PanelSession(this.shelf, {
      openPlace: (place) => void this.opened.push(place),
      openCode() {},
      openLarge() {},
      trust() {},
      startTutorial() {},
      saveText: async (_name, text) => {
        this.file = text;
        return true;
      },
      openText: async () => this.file,
      copyText: async (text) => void this.copied.push(text),
    });
    this.#page = this.session.connect((message) => {
      this.snapshot = applyMessage(this.snapshot, message);
      this.#heard();
    });
  }

  say(message: PageMessage): void {
    this.#page.receive(message);
  }

  raw(message: unknown): void {
    this.#page.receive(message);
  }

  /** Begins to look, and waits until there is something to see. */
  async look(): Promise<Snapshot> {
    this.session.availability = 'available';
    this.say({ type: 'ready' });
    return this.until((snapshot) => snapshot.kind !== 'loading' && !isBusy(snapshot));
  }

  async until(wanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
    while (!wanted(this.snapshot)) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#heard = resolve;
      await promise;
    }
    return this.snapshot;
  }

  async untilShowing(wanted: (showing: Showing) => boolean): Promise<Showing> {
    await this.until((snapshot) => snapshot.kind === 'showing' && wanted(snapshot));
    return this.showing;
  }

  /** Says something and waits until the learner's code has answered. */
  async ask(message: PageMessage): Promise<Showing> {
    this.say(message);
    await this.until((snapshot) => !isBusy(snapshot));
    return this.showing;
  }

  get showing(): Showing {
    if (this.snapshot.kind !== 'showing') throw new Error(`Nothing is shown: ${JSON.stringify(this.snapshot)}`);
    return this.snapshot;
  }

  [Symbol.dispose](): void {
    this.session.dispose();
    this.shelf.dispose();
  }
}

function isBusy(snapshot: Snapshot): boolean {
  return snapshot.kind === 'showing' && snapshot.drive.busy;
}

export const field = (showing: Showing, path: string) => showing.state.fields.find((one) => one.path === path);
