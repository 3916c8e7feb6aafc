import { announce } from '../../panel/announcement.ts';
import { briefOrNull } from '../../panel/brief.ts';
import type {
  CursorView,
  Drive,
  FoldedBy,
  Notice,
  Opponent,
  Row,
  RowWindow,
  Showing,
  StateView,
} from '../../panel/contract.ts';
import { rowOf, stuckProblem } from '../../panel/rows.ts';
import { boardView, fieldView, parityView } from '../../panel/state-view.ts';
import { boardPicture } from '../../timeline/board-picture.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import { diff } from '../../timeline/diff.ts';
import { fieldsOf, type Lane } from '../../timeline/entry.ts';
import type { GamePicture, Stuck } from '../../timeline/moment.ts';
import type { PanelSource } from './panel-source.ts';

/** What the session itself keeps beside its source. */
export interface Looking {
  readonly cursor: Cursor;
  readonly foldedBy: FoldedBy;
  readonly playing: boolean;
  readonly notice: Notice | undefined;
  readonly opponent: Opponent;
}

/** Everything the page shows, but for the rows it has not asked for. */
export function showingOf(
  source: PanelSource,
  looking: Looking,
): Omit<Showing, 'window' | 'choices' | 'otherFuture' | 'prediction' | 'check' | 'comparison'> {
  const { cursor, notice } = looking;
  const { game } = source.moment(cursor.stop, looking.foldedBy);
  return {
    kind: 'showing',
    subject: { ...source.subject, events: source.events, following: cursor.following },
    drive: { ...driveView(source, game), opponent: looking.opponent },
    cursor: cursorView(source, looking),
    state: stateView(source, looking),
    problem: source.problem ?? null,
    notice: notice ?? source.notice ?? null,
    announcement: announce(
      rowAt(source, cursor.stop, looking.foldedBy),
      briefOrNull(game.nextPlayer),
      briefOrNull(game.result),
    ),
  };
}

/** Rows `first` to `first + count`; row 0 is “before anything happened”. */
export function windowOf(source: PanelSource, looking: Looking, first: number, count: number): RowWindow {
  const total = source.length + 1;
  const { stuck } = source.moment(source.length, looking.foldedBy);
  const from = Math.min(first, total);
  const rows = Array.from({ length: Math.min(count, total - from) }, (_, nth) => rowWith(source, from + nth, stuck));
  return { total, first: from, rows };
}

export function rowAt(source: PanelSource, row: number, foldedBy: FoldedBy): Row {
  return rowWith(source, row, source.moment(source.length, foldedBy).stuck);
}

/** `stuck` is where the fold of it all came to a stop. */
function rowWith(source: PanelSource, row: number, stuck: Stuck | undefined): Row {
  const entry = source.entry(row - 1);
  if (entry === undefined) return { kind: 'before' };
  const here = stuck?.entry === row - 1 ? stuck : undefined;
  const before = entry.kind === 'recorded' ? laneBefore(source, row - 1) : undefined;
  return rowOf(entry, { fieldsOf, before, stuck: here, skipped: source.skipped === row - 1 });
}

/** The lane of the last event before an entry; what came to nothing in between is in none. */
function laneBefore(source: PanelSource, index: number): Lane | undefined {
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const entry = source.entry(earlier);
    if (entry?.kind === 'recorded') return entry.lane;
  }
  return undefined;
}

function stateView(source: PanelSource, { cursor, foldedBy }: Looking): StateView {
  const now = source.moment(cursor.stop, foldedBy);
  const before = cursor.stop === 0 ? now : source.moment(cursor.stop - 1, foldedBy);
  const picture = now.game.board === undefined ? undefined : boardPicture(now.game.board, before.game.board);
  const guilty = now.stuck === undefined ? undefined : source.entry(now.stuck.entry);
  const type = guilty?.kind === 'recorded' ? guilty.event.type : 'the next event';
  const effective = source.effective(foldedBy, cursor.stop);
  return {
    fields: diff(before.leaves, now.leaves).map(fieldView),
    board: picture === undefined ? null : boardView(picture, now.boardFrom),
    foldedBy: effective,
    own: source.own,
    standIn: effective !== foldedBy && source.own.kind === 'not' ? source.own.why : null,
    stuck: now.stuck === undefined ? null : stuckProblem(type, now.stuck),
    parity: source.parity.kind === 'known' ? parityView(source.parity.differing) : source.parity,
  };
}

/** What can be asked of the game is a matter of now; who plays, whose turn it is and how it ended, of the cursor. */
function driveView(source: PanelSource, game: GamePicture): Omit<Drive, 'opponent'> {
  const { playerOne, playerTwo, nextPlayer, result } = game;
  const now = source.moment(source.length, 'own').game;
  return {
    start: source.start,
    move: source.move,
    started: now.playerOne !== undefined || now.playerTwo !== undefined,
    playerOne: briefOrNull(playerOne),
    playerTwo: briefOrNull(playerTwo),
    nextPlayer: briefOrNull(nextPlayer),
    result: briefOrNull(result),
    busy: source.busy,
    scripted: source.subject.kind === 'check',
  };
}

function cursorView(source: PanelSource, { cursor, playing }: Looking): CursorView {
  const { stop, stops } = cursor;
  return { stop, stops, revision: revisionAt(source, stop), lastRevision: revisionAt(source, stops), playing };
}

export function revisionAt(source: PanelSource, stop: number): string | null {
  for (let index = stop - 1; index >= 0; index--) {
    const entry = source.entry(index);
    if (entry?.kind === 'recorded') return String(entry.revision);
  }
  return null;
}
