import { isAbsent, itemsOf, memberNamed, stringOf, stringsIn } from '../../course/observation/observed.ts';
import { type Board, boardOf, columns, type Token } from '../../domain/connect-four/board.ts';
import type { GamePicture } from '../../domain/connect-four/game-picture.ts';
import type { Member, Observed } from '../../learner/protocol.ts';
import { sameItems } from '../../timeline/sharing.ts';
import { membersIn } from '../learner/observed-values.ts';

/** What board and scoresheet can be told from the state; where the state is silent, `otherwise` speaks. */
export function pictureIn(state: readonly Member[], otherwise: GamePicture): GamePicture {
  const text = (name: string, fallback: string | undefined) => {
    const found = findMember(state, name);
    if (found === undefined) return fallback;
    return isAbsent(found) ? undefined : (stringOf(found) ?? stringsIn(found)[0]);
  };
  const playerOne = text('playerOne', otherwise.playerOne);
  const playerTwo = text('playerTwo', otherwise.playerTwo);
  const nextPlayer = text('nextPlayer', otherwise.nextPlayer);
  const result = text('result', otherwise.result);
  const board = boardIn(state, playerOne, playerTwo) ?? otherwise.board;
  return { kind: 'board', board, playerOne, playerTwo, nextPlayer, result };
}

/** The same picture, made of the very pieces of the one before wherever they say the same: very many in a row are kept. */
export function sharedPicture(now: GamePicture, before: GamePicture): GamePicture {
  const { playerOne, playerTwo, nextPlayer, result } = before;
  const board = sharedBoard(now.board, before.board);
  const names = now.playerOne === playerOne && now.playerTwo === playerTwo;
  const same = names && now.nextPlayer === nextPlayer && now.result === result && board === before.board;
  return same ? before : { ...now, board };
}

function sharedBoard(now: Board, before: Board): Board {
  const isSame = (column: keyof Board) => sameItems(now[column], before[column]);
  return columns.every(isSame) ? before : boardOf((column) => (isSame(column) ? before : now)[column]);
}

/** On the object itself, or one level below (`game.state.playerOne`). */
function findMember(members: readonly Member[], name: string): Observed | undefined {
  const here = memberNamed(members, name);
  if (here !== undefined) return here;
  for (const { value } of members) {
    const below = value.kind === 'object' ? memberNamed(value.fields, name) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The first value with a list of tokens under each of the columns' names, looked for three levels deep. */
function boardIn(
  members: readonly Member[],
  playerOne: string | undefined,
  playerTwo: string | undefined,
  depth = 3,
): Board | undefined {
  const here = readBoard(members, playerOne, playerTwo);
  if (here !== undefined || depth === 0) return here;
  for (const { value } of members) {
    const fields = membersIn(value);
    const found = fields === undefined ? undefined : boardIn(fields, playerOne, playerTwo, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readBoard(members: readonly Member[], playerOne?: string, playerTwo?: string): Board | undefined {
  const read = new Map<string, readonly Token[]>();
  for (const column of columns) {
    const items = itemsOf(members.find(({ name }) => name === column)?.value);
    const tokens = items?.map((item) => tokenOf(item, playerOne, playerTwo));
    if (tokens?.every((token) => token !== undefined) !== true) return undefined;
    read.set(column, tokens);
  }
  return boardOf((column) => read.get(column) ?? []);
}

function tokenOf(value: Observed, playerOne?: string, playerTwo?: string): Token | undefined {
  const text = stringsIn(value)[0];
  if (text === undefined) return undefined;
  if (text === playerOne || /^(red|r|one|x)$/i.test(text)) return 'RED';
  return text === playerTwo || /^(yellow|y|two|o)$/i.test(text) ? 'YELLOW' : undefined;
}
