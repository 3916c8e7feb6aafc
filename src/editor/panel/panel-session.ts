import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { FoldedBy, HostMessage, Notice, PageMessage, Resume } from '../../panel/contract.ts';
import { readPageMessage } from '../../panel/page-message.ts';
import { atTheStart, type Cursor, resize, seek, step } from '../../timeline/cursor.ts';
import type { Place } from '../../timeline/entry.ts';
import { ComputerPlayer } from './computer-player.ts';
import { ConnectedPage, type Shown } from './connected-page.ts';
import { copyAsTest, exportTo, importFrom, type Keeper } from './keeping.ts';
import { otherFuture } from './other-future.ts';
import type { PanelSource } from './panel-source.ts';
import { gamePlace, placeAsked } from './places.ts';
import { Prediction } from './prediction.ts';
import type { CheckedStep } from './scenario/checked-step.ts';
import type { Shelf } from './shelf.ts';
import { type Looking, showingOf, windowOf } from './showing.ts';

/** What only an editor can do. */
export interface PanelHost extends Keeper {
  openPlace(place: Place): void;
  openCode(): void;
  openLarge(): void;
  trust(): void;
  startTutorial(): void;
}

/** Whether there is anything to show: decided outside, and able to change. */
export type Availability = 'nothingYet' | 'untrusted' | 'available';

/**
 * Owns what the panel looks at: a source, a cursor in time and who folds. Pages come and go; each
 * says `ready`, gets everything, and afterwards only what changed.
 */
export class PanelSession implements Disposable {
  readonly #host: PanelHost;
  readonly #shelf: Shelf;
  readonly #owned = new DisposableStore();
  readonly #pages = new Set<ConnectedPage>();
  /** What the cursor belongs to. */
  #shown: PanelSource;
  #availability: Availability = 'nothingYet';
  readonly #prediction = new Prediction();
  readonly #computer = this.#owned.add(new ComputerPlayer());
  #cursor: Cursor = atTheStart;
  #foldedBy: FoldedBy = 'own';
  #notice: Notice | undefined;
  #player: NodeJS.Timeout | undefined;
  #asked = false;
  #resume: Resume | undefined;
  /** Counts what may have changed the rows. */
  #generation = 0;

  constructor(shelf: Shelf, host: PanelHost) {
    this.#shelf = shelf;
    this.#shown = shelf.current;
    this.#host = host;
    this.#owned.add(shelf.onChange(() => this.#shelfChanged()));
    // Who looks at the past is not pulled out of it.
    this.#owned.add(shelf.onBegan((stream) => this.#cursor.following && shelf.pick(stream)));
    this.#owned.add(toDisposable(() => this.#pause()));
  }

  /** A page that can be posted to. Give what it says to `receive`; dispose when it is gone. */
  connect(post: (message: HostMessage) => void): Disposable & { receive(message: unknown): void } {
    const page = new ConnectedPage(post);
    this.#pages.add(page);
    const gone = toDisposable(() => this.#pages.delete(page));
    return { dispose: () => gone.dispose(), receive: (message) => this.#receive(page, message) };
  }

  set availability(availability: Availability) {
    this.#availability = availability;
    this.#begin();
    this.#update();
  }

  /** The learner's files were saved. Nothing is run for a panel that nobody looks at. */
  codeChanged(): void {
    if (this.#asked && this.#availability === 'available') this.#shelf.codeChanged();
  }

  /** Steps through the check of a step instead of what was looked at. */
  openCheck(checked: CheckedStep): void {
    this.#resume = undefined;
    this.#shelf.openCheck(checked);
    if (this.#asked) this.#shelf.reload();
    else this.#begin();
  }

  dispose(): void {
    this.#owned.dispose();
    this.#pages.clear();
  }

  #receive(page: ConnectedPage, raw: unknown): void {
    const message = readPageMessage(raw);
    if (message === undefined) return;
    if (message.type === 'ready') {
      page.begin();
      if (this.#shelf.visited === undefined) this.#resume ??= message.resume;
      if (message.resume?.followNewest === false) this.#shelf.stay();
      this.#begin();
      this.#tryToResume();
    } else if (message.type === 'rows') {
      page.wantRows(message.first, message.count);
    } else if (this.#availability === 'available') this.#do(message);
    else if (message.type === 'trust') this.#host.trust();
    else if (message.type === 'startTutorial') this.#host.startTutorial();
    this.#update();
  }

  /** The first page to look has the code loaded. */
  #begin(): void {
    const watched = [...this.#pages].some(({ isReady }) => isReady);
    if (this.#asked || !watched || this.#availability !== 'available') return;
    this.#asked = true;
    this.#shelf.reload();
  }

  #do(message: PageMessage): void {
    this.#resume = undefined;
    switch (message.type) {
      case 'startGame':
        void this.#shelf.startGame(message.playerOne, message.playerTwo);
        return this.#toNow();
      case 'makeMove':
        return this.#makeMove(message);
      case 'opponent':
        this.#computer.opponent = message.is;
        return this.#computer.look(this.#source);
      case 'newGame':
        void this.#shelf.newGame();
        return this.#toNow();
      case 'reload':
        return this.#shelf.reload();
      case 'seek':
        return this.#move(seek(this.#cursor, message.stop));
      case 'step':
        if (message.by === 'forward' && this.#prediction.asks(this.#source, this.#looking)) return;
        return this.#move(step(this.#cursor, message.by));
      case 'closeComparison':
        return this.#shelf.visited?.closeComparison();
      case 'predict':
        return this.#prediction.switch(message.on);
      case 'guess':
        return this.#guess(message.fields);
      case 'play':
        return this.#play(message.perSecond);
      case 'pause':
        return this.#pause();
      case 'foldedBy':
        this.#foldedBy = message.by;
        return;
      case 'pick':
        this.#shelf.stay();
        return this.#shelf.pick(message.stream);
      case 'followNewest':
        return this.#shelf.followNewest(message.on);
      case 'pickTale':
        return this.#shelf.pickTale(message.tale);
      case 'leaveCheck':
        return this.#shelf.leaveCheck();
      case 'skip':
        return this.#source.skip(message.entry ?? undefined);
      case 'fork':
        void this.#tryTo(() => this.#shelf.fork(this.#cursor.stop));
        return;
      case 'export':
        void this.#tryTo(() => exportTo(this.#host, this.#source));
        return;
      case 'import':
        void this.#tryTo(() => importFrom(this.#host, this.#shelf));
        return;
      case 'copyAsTest':
        void this.#tryTo(() => copyAsTest(this.#host, this.#source, this.#cursor.stop));
        return;
      case 'switchFuture':
        return this.#shelf.switchFuture();
      case 'closeFuture':
        return this.#shelf.closeFuture();
      case 'dismissNotice':
        this.#notice = undefined;
        return this.#source.dismissNotice();
      default:
        return this.#open(message);
    }
  }

  #open(message: PageMessage): void {
    if (message.type === 'openLarge') return this.#host.openLarge();
    const { visited } = this.#shelf;
    const asked = placeAsked(message, { source: this.#source, visited, looking: this.#looking });
    // The code of a branch is not what the learner has open.
    const elsewhere = visited?.checked.openPlace;
    if (asked === 'game') return elsewhere ? elsewhere(gamePlace) : this.#host.openCode();
    if (asked) (elsewhere ?? ((place: Place) => this.#host.openPlace(place)))(asked);
  }

  #makeMove({ column, by }: Extract<PageMessage, { type: 'makeMove' }>): void {
    if (this.#cursor.following) {
      void this.#shelf.makeMove(column, by);
      return;
    }
    this.#notice = {
      text: 'This is the past, and what has happened stays as it is. Return to now to make a move, or fork here to play another future.',
      actions: ['returnToNow', 'fork'],
    };
  }

  /** Does something that may end in a sentence for the person. */
  async #tryTo(act: () => Promise<string | undefined>): Promise<void> {
    const said = await act().catch(messageOf);
    if (said === undefined || this.#owned.isDisposed) return;
    this.#notice = { text: said, actions: [] };
    this.#update();
  }

  #guess(fields: readonly string[]): void {
    if (this.#prediction.view?.kind !== 'asking') return;
    const looking = this.#looking;
    this.#move(step(this.#cursor, 'forward'));
    this.#prediction.judge(fields, this.#source, looking);
  }

  #toNow(): void {
    this.#move(step(this.#cursor, 'last'));
  }

  #move(cursor: Cursor): void {
    this.#notice = undefined;
    this.#prediction.forget();
    this.#cursor = cursor;
    if (cursor.following) this.#pause();
  }

  #play(perSecond: number): void {
    this.#pause();
    if (this.#cursor.following) this.#cursor = step(this.#cursor, 'first');
    this.#player = setInterval(() => {
      this.#move(step(this.#cursor, 'forward'));
      this.#update();
    }, 1000 / perSecond);
  }

  #pause(): void {
    clearInterval(this.#player);
    this.#player = undefined;
  }

  /** Goes back to where the page was, as soon as that stream is there. */
  #tryToResume(): void {
    const resume = this.#resume;
    if (resume === undefined) return;
    if (this.#shelf.choices.chosen !== resume.stream) this.#shelf.pick(resume.stream);
    const there = this.#shelf.choices.chosen === resume.stream && this.#source.phase.kind === 'showing';
    if (!there || this.#source.length < (resume.stop ?? 0)) return;
    this.#resume = undefined;
    this.#shelfChanged();
    if (resume.stop !== null) this.#move(seek(this.#cursor, resume.stop));
  }

  #shelfChanged(): void {
    this.#generation++;
    if (this.#shown !== this.#source) {
      this.#cursor = atTheStart;
      this.#prediction.forget();
    }
    this.#shown = this.#source;
    this.#cursor = resize(this.#cursor, this.#source.length);
    this.#tryToResume();
    this.#computer.look(this.#source);
    this.#update();
  }

  get #source(): PanelSource {
    return this.#shelf.current;
  }

  get #looking(): Looking {
    return {
      cursor: this.#cursor,
      foldedBy: this.#foldedBy,
      playing: this.#player !== undefined,
      notice: this.#notice,
      opponent: this.#computer.opponent,
    };
  }

  #shownNow(): Shown {
    if (this.#availability !== 'available') return { kind: this.#availability };
    const { phase } = this.#source;
    if (phase.kind !== 'showing') return phase;
    return {
      ...showingOf(this.#source, this.#looking),
      choices: this.#shelf.choices,
      otherFuture: otherFuture(this.#shelf.left),
      prediction: this.#prediction.view,
      check: this.#shelf.check,
      comparison: this.#shelf.visited?.comparison ?? null,
    };
  }

  #update(): void {
    const watching = [...this.#pages].filter(({ isReady }) => isReady);
    if (watching.length === 0) return;
    const shown = this.#shownNow();
    const rows = {
      key: `${this.#generation}/${this.#foldedBy}`,
      make: (first: number, count: number) => windowOf(this.#source, this.#looking, first, count),
    };
    for (const page of watching) page.bring(shown, rows);
  }
}
