import { notYet } from '../../../../src/course/feedback/feedback.ts';
import type { NotYet, Told } from '../../../../src/course/judgement.ts';
import { isAbsent, memberNamed, truthOf } from '../../../../src/course/observation/observed.ts';
import { membersOf, type Seen } from '../../../../src/course/observation/seen.ts';
import { isCalled, type SeenEvent } from '../../../../src/course/observation/seen-event.ts';
import type { Member } from '../../../../src/learner/protocol.ts';
import { inEvents, inGame } from '../../../01-start-game/steps/game.ts';
import type { Players } from '../../../01-start-game/steps/players.ts';
import { restarted } from '../constraints.ts';
import type { Ends } from '../drawn.ts';
import type { WholeGame } from '../drawn-games.ts';
import { beside, eventsIn, gameFinished, isFinish, playerOfTurn, storyTexts } from '../game.ts';
import type { Line } from '../lines.ts';
import { inTurns } from '../moves/turns.ts';
import { fairRefused } from '../script.ts';
import { judgeEndState } from './end-state.ts';
import { falseText, sameForTwo } from './result.ts';

export type Ending = Seen<'begun' | 'before' | 'nearly' | 'last' | 'final'>;

/** One of the games that were played to their ends. */
interface Played {
  readonly game: Ends['games'][number];
  readonly players: Players;
  /** Before its last move, right when that came back, and when everything was over. */
  readonly nearly: readonly Member[];
  readonly last: readonly Member[];
  readonly final: readonly Member[];
}

/** What is wrong with how the games ended; undefined when each end followed its last move, said how, and was applied. */
export function judgeEnds(seen: Ending, ends: Ends): NotYet | undefined {
  const games = ends.games.map((game, index): Played => {
    const [nearly, last, final] = (['nearly', 'last', 'final'] as const).map((label) =>
      membersOf(seen.outcomes(label)[index]),
    );
    return { game, players: ends.players, nearly: nearly ?? [], last: last ?? [], final: final ?? [] };
  });
  for (const played of games) {
    const wrong = judgeEnd(seen, ends, played);
    if (wrong !== undefined) return wrong;
  }
  return judgeSaid(seen, games);
}

/** The game that was won first, after its start and after each of its moves. */
export function livesOf(seen: Ending, { games }: Ends): readonly (readonly Member[])[] {
  const turns = inTurns(games.map(({ name, moves }) => ({ name, moves: moves.slice(0, -1) })));
  const before = seen.outcomes('before').filter((_, index) => turns[index]?.name === 'won');
  return [
    seen.members('begun'),
    ...[...before, ...seen.outcomes('last').slice(0, 1)].map((outcome) => membersOf(outcome)),
  ];
}

/** What nobody may do any more in a game that is over. */
export function afterTheEnd(game: WholeGame | undefined, players: Players, others: Players): readonly Line[] {
  const counts = Map.groupBy(game?.moves ?? '', (column) => column);
  const open = [...'ABCDEFG'].find((column) => (counts.get(column)?.length ?? 0) < 6) ?? 'A';
  const late = players.map((player) => ({
    asked: { player, column: open },
    accepted: 'move-after-end-accepted',
    tried: `A move by ${player} after the end of the game (${game?.result === 'TIED' ? 'a tie' : (game?.what ?? '')})`,
    because: 'The last event said that it was over',
  }));
  return [...late, restarted(others, 'after its end')];
}

function judgeEnd(seen: Ending, ends: Ends, played: Played): NotYet | undefined {
  const { game, players, nearly, final } = played;
  const [before, after] = [eventsIn(nearly), eventsIn(final)];
  const early = before.find((event) => finishes(event, before));
  if (early !== undefined) return finishedTooEarly(seen, played, before);
  const refused = refusedMove(seen, ends, played);
  if (refused !== undefined) return refused;
  if (truthOf(memberNamed(nearly, 'isFinished')) === true) return finishClaimed(seen);
  const recorded = after.slice(before.length);
  const finish = recorded.find((event) => finishes(event, before));
  if (finish === undefined) return notFinished(seen, played, recorded);
  return (
    judgeOrder(seen, played, recorded, before) ??
    judgeStatement(seen, played, finish) ??
    judgeEndState(seen, { game, players, members: played.last, later: final })
  );
}

function finishes(event: SeenEvent, before: readonly SeenEvent[]): boolean {
  return isFinish(event, before.slice(0, 2));
}

/** A move of the game that was refused although it was allowed. */
function refusedMove(seen: Ending, { games, players }: Ends, { game }: Played): NotYet | undefined {
  const turns = inTurns(games.map(({ name, moves }) => ({ name, moves: moves.slice(0, -1) })));
  const at = games.indexOf(game);
  const own = seen.outcomes('before').filter((_, index) => turns[index]?.name === game.name);
  const all = [...own, ...seen.outcomes('last').slice(at, at + 1)];
  for (const [turn, outcome] of all.entries()) {
    if (outcome.kind !== 'threw') continue;
    return fairRefused(
      seen,
      `Move ${turn + 1} of a game, by ${playerOfTurn(players, turn)} into column ${game.moves[turn]},`,
      outcome.thrown,
    );
  }
  return undefined;
}

function finishedTooEarly(seen: Ending, { game, players }: Played, before: readonly SeenEvent[]): NotYet {
  const told = {
    headline: 'A `GameFinished` was recorded before anybody had four in a row and while the board had room.',
    why: 'From this event on everybody takes the game for finished, and no later event can take that back; ask `getResult` right after the move was applied.',
    ...seen.at(inGame('Game', 'calls:getResult')),
  };
  return notYet(
    'finished-too-early',
    beside(told, storyTexts({ players, moves: game.moves.slice(0, -1) }, seen.words), before, seen.words),
  );
}

function finishClaimed(seen: Ending): NotYet {
  return notYet('finish-claimed', {
    headline: `Nobody has four in a row and the board has room, and \`${seen.words.member('isFinished')}\` says that the game is over.`,
    why: 'Whoever plays this game asks `isFinished` whether to go on; it has to follow from the `GameFinished`, and there is none yet.',
    ...seen.at(inGame('isFinished')),
  });
}

function notFinished(seen: Ending, played: Played, recorded: readonly SeenEvent[]): NotYet {
  const { game, last } = played;
  const asking = seen.at(inGame('Game', 'calls:getResult'), inGame('makeMove'));
  const other = recorded.find((event) => !isCalled(event, 'MoveMade'));
  if (other !== undefined) {
    return told(seen, played, recorded, 'wrong-event-type', {
      headline: `The end of the game was recorded as ${other.type === '' ? 'an event that says nowhere of which kind it is' : `a \`${other.type}\``}, and a \`GameFinished\` was expected.`,
      why: 'The type is how everybody knows what an event means, programs in other languages too: agree on one name and keep it.',
      ...asking,
    });
  }
  if (hasResult(last)) {
    return told(seen, played, recorded, 'result-without-event', {
      headline: 'Your game knows its result, and no event says so.',
      why: 'State that is not in the events is gone with the object, and nobody who only reads the stream learns that the game is over: record a `GameFinished`.',
      ...seen.at(inGame('Game', 'assigns:result'), inGame('makeMove')),
    });
  }
  if (game.result === 'TIED') {
    return told(seen, played, recorded, 'tie-forgotten', {
      headline: 'The board is full, nobody has four in a row, and there is no `GameFinished`.',
      why: 'A tie is an end like any other: without its event this game is open for ever, for everybody who reads the stream.',
      ...asking,
    });
  }
  return told(seen, played, recorded, 'finish-missing', {
    headline: `${game.what}, and nothing but the last \`MoveMade\` was recorded.`,
    why: 'That the game is over is a fact worth an event: it should be followed by a `GameFinished` with the result.',
    ...seen.at(inGame('makeMove')),
  });
}

function judgeOrder(
  seen: Ending,
  played: Played,
  recorded: readonly SeenEvent[],
  before: readonly SeenEvent[],
): NotYet | undefined {
  const at = seen.at(inGame('makeMove', 'mentions:GameFinished', 'calls:finishIfOver', 'calls:getResult'));
  const finishCount = recorded.filter((event) => finishes(event, before)).length;
  if (finishCount > 1) {
    return told(seen, played, recorded, 'finished-twice', {
      headline: `The last move recorded ${finishCount} \`GameFinished\` events.`,
      why: 'A game ends once; whoever counts finished games from the events would count this one too often.',
      ...at,
    });
  }
  const last = recorded.at(-1);
  if (last !== undefined && finishes(last, before) && recorded.length === 2) return undefined;
  const hasMove = recorded.some((event) => !finishes(event, before));
  return told(seen, played, recorded, hasMove ? 'finished-before-move' : 'last-move-missing', {
    headline: hasMove
      ? `The last move recorded ${recorded.length} events, and \`GameFinished\` is not the second and last of them.`
      : 'The game was finished, but the move that finished it was not recorded.',
    why: 'The order of events tells cause and effect: first the `MoveMade`, then the `GameFinished` that follows from it, or a replay plays on after the end.',
    ...at,
  });
}

function judgeStatement(seen: Ending, played: Played, finish: SeenEvent): NotYet | undefined {
  const { game, players } = played;
  const text = falseText(finish.value, game.result, players);
  if (text === undefined) return undefined;
  return told(seen, played, [finish], 'wrong-result', {
    headline: `The game ended with \`${game.result}\` (${game.what}), and your \`GameFinished\` says ${seen.words.value(text)}.`,
    why: 'Whoever reads the stream believes the event and doesn’t count tokens: take the result from the board, after the move was applied.',
    ...seen.at(inGame('Game', 'calls:getResult')),
  });
}

/** The events alone have to tell how games of the same players ended. */
function judgeSaid(seen: Ending, games: readonly Played[]): NotYet | undefined {
  const finished = games.flatMap(({ game: { result }, final }) => {
    const event = eventsIn(final).at(-1);
    return event === undefined ? [] : [{ result, event }];
  });
  const same = sameForTwo(finished);
  if (same === undefined) return undefined;
  const [one, other] = same;
  const told = {
    headline: `Your \`GameFinished\` does not say how the game ended: it says the same for \`${one}\` and \`${other}\`.`,
    why: 'The state is never stored, only the events are: who won has to stand in the event, or nobody can bring it back without knowing the rules.',
    ...seen.at(inEvents('GameFinished'), inGame('Game', 'mentions:GameFinished')),
  };
  const events = finished.filter(({ result }) => same.includes(result)).map(({ event }) => event);
  return notYet(
    'finish-without-result',
    beside(
      told,
      same.map((result) => gameFinished(result, seen.words)),
      events.slice(0, 2),
      seen.words,
    ),
  );
}

function hasResult(members: readonly Member[]): boolean {
  const found = members.find(({ name }) => name.replaceAll('_', '').toLowerCase() === 'result')?.value;
  return !isAbsent(found);
}

function told(
  seen: Ending,
  { game, players }: Played,
  recorded: readonly SeenEvent[],
  mistake: string,
  text: Told,
): NotYet {
  const expected = storyTexts({ players, ...game }, seen.words).slice(
    recorded.length === 1 && mistake === 'wrong-result' ? -1 : -2,
  );
  return notYet(mistake, beside(text, expected, recorded, seen.words));
}
