import type { SourceLocation } from '../../src/base/source-location.ts';
import type { LearnerRunner } from '../../src/learner/learner-code.ts';
import { applyMessage } from '../../src/pages/panel/apply-message.ts';
import type { FromPage, Showing, Snapshot } from '../../src/pages/panel/contract.ts';
import { connectFourPanel } from '../../src/panel/connect-four/connect-four-panel.ts';
import type { CommandMemory } from '../../src/panel/memory/command-memory.ts';
import { MemorySource } from '../../src/panel/memory/memory-source.ts';
import type { PanelAggregate } from '../../src/panel/panel-aggregate.ts';
import { PanelSession } from '../../src/panel/panel-session.ts';

export interface WatchedOptions {
  readonly memory?: CommandMemory;
  readonly aggregate?: PanelAggregate;
  /** Milliseconds after which a command is taken for one that never comes back. */
  readonly time?: number;
}

/** A session on the learner's files, watched as a page would watch it. */
export class Watched implements Disposable {
  files: ReadonlyMap<string, string>;
  snapshot: Snapshot = { kind: 'loading', what: '' };
  readonly opened: SourceLocation[] = [];
  readonly copied: string[] = [];
  /** The one file that is exported to and imported from. */
  file: string | undefined;
  readonly session: PanelSession;
  readonly #page: { receive(message: unknown): void };
  #heard: () => void = () => {};

  constructor(
    runner: LearnerRunner,
    files: ReadonlyMap<string, string>,
    { memory, aggregate = connectFourPanel, time = 30_000 }: WatchedOptions = {},
  ) {
    this.files = files;
    const code = {
      aggregate,
      language: runner.language,
      open: () => runner.open({ files: this.files, limits: { time } }),
    };
    const host = {
      openLocation: (location: SourceLocation) => void this.opened.push(location),
      openCode() {},
      openLarge() {},
      trust() {},
      startTutorial() {},
      saveText: async (_name: string, text: string) => {
        this.file = text;
        return true;
      },
      openText: async () => this.file,
      copyText: async (text: string) => void this.copied.push(text),
    };
    this.session = new PanelSession(code, host, new MemorySource(code, { memory }));
    this.#page = this.session.connect((message) => {
      this.snapshot = applyMessage(this.snapshot, message);
      this.#heard();
    });
  }

  /** Nobody is to be led to the newest stream. */
  stay(): void {
    this.say({ type: 'ready', resume: { stream: null, stop: null, followNewest: false } });
  }

  say(message: FromPage): void {
    this.#page.receive(message);
  }

  raw(message: unknown): void {
    this.#page.receive(message);
  }

  /** Begins to look, and waits until there is something to see. */
  async look(): Promise<Snapshot> {
    this.session.take({ kind: 'availability', availability: 'available' });
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
  async ask(message: FromPage): Promise<Showing> {
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
  }
}

function isBusy(snapshot: Snapshot): boolean {
  return snapshot.kind === 'showing' && snapshot.drive.busy;
}

export const field = (showing: Showing, path: string) => showing.state.fields.find((one) => one.path === path);
