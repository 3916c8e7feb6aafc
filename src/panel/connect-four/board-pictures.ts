import { type Board, columns, type Hole, rowsPerColumn, type Token } from '../../domain/connect-four/board.ts';
import type { GamePicture } from '../../domain/connect-four/game-picture.ts';
import { winningLine } from '../../domain/connect-four/winner.ts';
import { noPicture, type Picture } from '../../domain/picture.ts';
import type { BoardView, Side } from '../../pages/panel/connect-four/board.ts';
import type { AskedCommand } from '../../pages/panel/contract.ts';
import type { Outlook, Pictures, ShownPicture } from '../panel-aggregate.ts';
import { brief } from '../views/brief.ts';
import { opponentIn } from './computer-player.ts';
import { pictureIn, sharedPicture } from './observed-picture.ts';

/** The board, its players and how it stands. */
export const boardPictures: Pictures = {
  seen(state, fromEvents, before) {
    if (fromEvents.kind !== 'board') return { picture: fromEvents, from: 'events' };
    const picture = pictureIn(state, fromEvents);
    const from = picture.board === fromEvents.board ? 'events' : 'state';
    return { picture: before?.kind === 'board' ? sharedPicture(picture, before) : picture, from };
  },
  view: (shown) => (shown.picture.kind === 'board' ? boardView(shown.picture, shown) : noPicture),
  outlook,
  pictured: { where: 'on the board', isPictured: (path) => /(^|[._])board\b/i.test(path) },
  complete: (asked, picture) => (picture.kind === 'board' ? withPlayer(asked, picture) : asked),
};

function outlook(picture: Picture): Outlook {
  return picture.kind === 'board'
    ? { next: picture.nextPlayer, outcome: picture.result }
    : { next: undefined, outcome: undefined };
}

function boardView(picture: GamePicture, { from, before, now, options }: ShownPicture): BoardView {
  const { board, playerOne, playerTwo, nextPlayer, result } = picture;
  return {
    kind: 'board',
    columns: columns.map((name) => ({ name, tokens: board[name].map(sideOf) })),
    height: rowsPerColumn,
    last: newestToken(board, before.kind === 'board' ? before.board : undefined) ?? null,
    winning: winningLine(board)?.holes ?? [],
    from,
    started: now.kind === 'board' && (now.playerOne !== undefined || now.playerTwo !== undefined),
    playerOne: briefOrNull(playerOne),
    playerTwo: briefOrNull(playerTwo),
    nextPlayer: briefOrNull(nextPlayer),
    result: briefOrNull(result),
    opponent: opponentIn(options),
  };
}

/** The token that came since the board before. */
export function newestToken(board: Board, before: Board | undefined): Hole | undefined {
  for (const column of columns) {
    const row = board[column].length - 1;
    if (row >= 0 && row >= (before?.[column].length ?? 0)) return { column, row };
  }
  return undefined;
}

/** Somebody has to be asked even when the state names nobody. */
function withPlayer(asked: AskedCommand, { playerOne, playerTwo, nextPlayer }: GamePicture): AskedCommand {
  const { by, ...given } = asked.arguments;
  if (by === undefined) return asked;
  const next = nextPlayer ?? playerOne ?? 'one';
  const player = by === 'one' ? (playerOne ?? 'one') : by === 'two' ? (playerTwo ?? 'two') : next;
  return { ...asked, arguments: { ...given, player } };
}

function sideOf(token: Token): Side {
  return token === 'RED' ? 'one' : 'two';
}

function briefOrNull(text: string | undefined): string | null {
  return text === undefined ? null : brief(text);
}
