import { type Disposable, DisposableStore } from '../base/disposable.ts';
import { assertNever, messageOf } from '../base/errors.ts';
import { readFromPage } from '../pages/message.ts';
import {
  type AskedCommand,
  type FromPage,
  fromPageSchema,
  type Notice,
  type Resume,
  type ToPage,
} from '../pages/panel/contract.ts';
import type { FoldedBy } from '../pages/panel/state.ts';
import type { ConnectedPage } from './connected-page.ts';
import { ConnectedPages } from './connected-pages.ts';
import { copyAsTest, exportTo, importFrom } from './import-export.ts';
import { MemorySource } from './memory/memory-source.ts';
import { Navigator } from './navigator.ts';
import { openAsked } from './openable-locations.ts';
import type { OwnCode } from './own-code.ts';
import type { Bot, PanelAggregate } from './panel-aggregate.ts';
import type { PanelHost } from './panel-host.ts';
import type { Availability, PanelInput } from './panel-input.ts';
import type { PanelSource } from './panel-source.ts';
import { Playback } from './playback.ts';
import { Prediction } from './prediction.ts';
import { inThePast } from './views/in-the-past.ts';
import { type Looking, windowOf } from './views/showing.ts';
import { snapshotOf } from './views/snapshot.ts';

/**
 * Owns what the panel looks at: a source, a cursor in time and who folds. Pages come and go; each
 * says `ready`, gets everything, and afterwards only what changed.
 */
export class PanelSession implements Disposable {
  readonly #code: OwnCode;
  readonly #host: PanelHost;
  readonly #aggregate: PanelAggregate;
  readonly #navigator: Navigator;
  readonly #owned = new DisposableStore();
  readonly #pages = new ConnectedPages();
  /** What the cursor belongs to. */
  #shown: PanelSource;
  #availability: Availability = 'nothingYet';
  readonly #prediction: Prediction;
  readonly #bot: Bot | undefined;
  readonly #playback = this.#owned.add(new Playback());
  #foldedBy: FoldedBy = 'own';
  #notice: Notice | undefined;
  #asked = false;
  #resume: Resume | undefined;
  /** Counts what may have changed the rows. */
  #generation = 0;

  /** `memory` is what is driven where nothing is stored. */
  constructor(code: OwnCode, host: PanelHost, memory: PanelSource = new MemorySource(code)) {
    this.#code = code;
    this.#aggregate = code.aggregate;
    this.#navigator = this.#owned.add(new Navigator(code, memory));
    this.#prediction = new Prediction(code.aggregate);
    this.#bot = code.aggregate.newBot?.();
    if (this.#bot !== undefined) this.#owned.add(this.#bot);
    this.#shown = this.#navigator.current;
    this.#host = host;
    this.#owned.add(this.#navigator.onChange(() => this.#navigatorChanged()));
    // Who looks at the past is not pulled out of it.
    this.#owned.add(
      this.#navigator.onBegan((stream) => this.#playback.cursor.following && this.#navigator.pick(stream)),
    );
    this.#owned.add(
      this.#playback.onStep(() => {
        this.#moved();
        this.#update();
      }),
    );
  }

  /** A page that can be posted to. Give what it says to `receive`; dispose when it is gone. */
  connect(post: (message: ToPage) => void): Disposable & { receive(message: unknown): void } {
    return this.#pages.connect(post, (page, message) => this.#receive(page, message));
  }

  /** Everything that does not come from a page. */
  take(input: PanelInput): void {
    const navigator = this.#navigator;
    switch (input.kind) {
      case 'availability':
        this.#availability = input.availability;
        this.#begin();
        return this.#update();
      case 'store':
        navigator.store = input.store;
        return;
      case 'codeChanged':
        // Nothing is run for a panel that nobody looks at.
        if (this.#asked && this.#availability === 'available') navigator.codeChanged();
        return;
      case 'check':
        this.#resume = undefined;
        navigator.openCheck(input.checked);
        return this.#asked ? navigator.reload() : this.#begin();
      default:
        assertNever(input);
    }
  }

  dispose(): void {
    this.#owned.dispose();
    this.#pages.clear();
  }

  #receive(page: ConnectedPage, raw: unknown): void {
    const message = readFromPage(fromPageSchema, raw);
    if (message === undefined) return;
    switch (message.type) {
      case 'ready':
        this.#greet(page, message.resume);
        break;
      case 'rows':
        page.wantRows(message.first, message.count);
        break;
      case 'trust':
        if (this.#availability !== 'available') this.#host.trust();
        break;
      case 'startTutorial':
        if (this.#availability !== 'available') this.#host.startTutorial();
        break;
      default:
        if (this.#availability === 'available') this.#do(message);
    }
    this.#update();
  }

  #greet(page: ConnectedPage, resume: Resume | undefined): void {
    page.begin();
    if (this.#navigator.opened === undefined) this.#resume ??= resume;
    if (resume?.followNewest === false) this.#navigator.stay();
    this.#begin();
    this.#tryToResume();
  }

  /** The first page to look has the code loaded. */
  #begin(): void {
    if (this.#asked || !this.#pages.watched || this.#availability !== 'available') return;
    this.#asked = true;
    this.#navigator.reload();
  }

  #do(message: Exclude<FromPage, { type: 'ready' | 'rows' | 'trust' | 'startTutorial' }>): void {
    this.#resume = undefined;
    const navigator = this.#navigator;
    const { reference } = this.#aggregate;
    switch (message.type) {
      case 'giveCommand':
        return this.#give(message);
      case 'setOption':
        this.#bot?.set(message.option, message.value);
        return this.#bot?.look(this.#source);
      case 'startOver':
        void navigator.startOver();
        return this.#moved(() => this.#playback.step('last'));
      case 'reload':
        return navigator.reload();
      case 'seek':
        return this.#moved(() => this.#playback.seek(message.stop));
      case 'step':
        if (message.by === 'forward' && this.#prediction.asks(this.#source, this.#looking)) return;
        return this.#moved(() => this.#playback.step(message.by));
      case 'closeComparison':
        return navigator.opened?.closeComparison();
      case 'predict':
        return this.#prediction.switch(message.on);
      case 'guess':
        return this.#guess(message.fields);
      case 'play':
        return this.#playback.play(message.perSecond);
      case 'pause':
        return this.#playback.pause();
      case 'foldedBy':
        this.#foldedBy = message.by;
        return;
      case 'pick':
        navigator.stay();
        return navigator.pick(message.stream);
      case 'followNewest':
        return navigator.followNewest(message.on);
      case 'pickHistory':
        return navigator.pickHistory(message.history);
      case 'leaveCheck':
        return navigator.leaveCheck();
      case 'skip':
        return this.#source.skip(message.entry ?? undefined);
      case 'fork':
        return this.#tryTo(() => navigator.fork(this.#playback.cursor.stop));
      case 'export':
        return this.#tryTo(() => exportTo(this.#host, reference, this.#source));
      case 'import':
        return this.#tryTo(() => importFrom(this.#host, navigator));
      case 'copyAsTest':
        return this.#tryTo(() => copyAsTest(this.#host, this.#code, this.#source, this.#playback.cursor.stop));
      case 'switchFuture':
        return navigator.switchFuture();
      case 'closeFuture':
        return navigator.closeFuture();
      case 'dismissNotice':
        this.#notice = undefined;
        return this.#source.dismissNotice();
      case 'openLarge':
        return this.#host.openLarge();
      default:
        return openAsked(message, this.#host, {
          reference,
          source: this.#source,
          check: navigator.opened,
          looking: this.#looking,
        });
    }
  }

  #give({ command, arguments: given }: AskedCommand): void {
    const form = this.#aggregate.reference.commands.find(({ type }) => type === command);
    if (this.#playback.cursor.following || form?.begins === true) {
      void this.#navigator.give({ command, arguments: given });
      return this.#moved(() => this.#playback.step('last'));
    }
    this.#notice = inThePast;
  }

  /** Does something that may end in a sentence for the person. */
  #tryTo(act: () => Promise<string | undefined>): void {
    void act()
      .catch(messageOf)
      .then((said) => {
        if (said === undefined || this.#owned.isDisposed) return;
        this.#notice = { text: said, actions: [] };
        this.#update();
      });
  }

  #guess(fields: readonly string[]): void {
    if (this.#prediction.view?.kind !== 'asking') return;
    const looking = this.#looking;
    this.#moved(() => this.#playback.step('forward'));
    this.#prediction.judge(fields, this.#source, looking);
  }

  /** Whatever was said of another point in time is over. */
  #moved(move: () => void = () => {}): void {
    this.#notice = undefined;
    this.#prediction.forget();
    move();
  }

  /** Goes back to where the page was, as soon as that stream is there. */
  #tryToResume(): void {
    const resume = this.#resume;
    if (resume === undefined) return;
    const navigator = this.#navigator;
    if (navigator.choices.chosen !== resume.stream) navigator.pick(resume.stream);
    const there = navigator.choices.chosen === resume.stream && this.#source.phase.kind === 'showing';
    if (!there || this.#source.length < (resume.stop ?? 0)) return;
    this.#resume = undefined;
    this.#navigatorChanged();
    const { stop } = resume;
    if (stop !== null) this.#moved(() => this.#playback.seek(stop));
  }

  #navigatorChanged(): void {
    this.#generation++;
    if (this.#shown !== this.#source) {
      this.#playback.restart();
      this.#prediction.forget();
    }
    this.#shown = this.#source;
    this.#playback.resize(this.#source.length);
    this.#tryToResume();
    this.#bot?.look(this.#source);
    this.#update();
  }

  get #source(): PanelSource {
    return this.#navigator.current;
  }

  get #looking(): Looking {
    return {
      cursor: this.#playback.cursor,
      foldedBy: this.#foldedBy,
      playing: this.#playback.playing,
      notice: this.#notice,
      options: this.#bot?.options ?? {},
    };
  }

  #update(): void {
    if (!this.#pages.watched) return;
    const [aggregate, looking] = [this.#aggregate, this.#looking];
    const navigator = this.#navigator;
    const shown = { aggregate, availability: this.#availability, navigator, looking, prediction: this.#prediction };
    this.#pages.bring(snapshotOf(shown), {
      key: `${this.#generation}/${this.#foldedBy}`,
      make: (first, count) => windowOf(aggregate, navigator.current, looking, first, count),
    });
  }
}
