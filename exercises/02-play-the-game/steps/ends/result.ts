import { saidBy, textsIn } from '../../../../src/course/judging/likeness.ts';
import type { SeenEvent } from '../../../../src/course/observation/seen-event.ts';
import type { Observed } from '../../../../src/learner/protocol.ts';
import type { Players } from '../../../01-start-game/steps/players.ts';
import type { Result } from '../drawn-games.ts';

/** The words of the board, and what else is said for nobody winning. */
const knownWords: Readonly<Record<Result, readonly string[]>> = {
  PLAYER_ONE_WON: ['playeronewon'],
  PLAYER_TWO_WON: ['playertwowon'],
  TIED: ['tied', 'tie', 'draw', 'drawn'],
};

/** Members under which somebody is named as the winner. */
const aboutWinner = /(?:^|\.)_?(?:winner|won_?by|result|outcome)/i;

/**
 * Which text in an event or a state says something that is not so, undefined when none does. How a result is said is left
 * open; only words that the course itself uses are known to be false: those of another result, or the wrong player’s name
 * as that of the winner.
 */
export function falseText(value: Observed, result: Result, players: Players): string | undefined {
  const texts = textsIn(value);
  const others = Object.entries(knownWords).flatMap(([other, words]) => (other === result ? [] : words));
  const own = knownWords[result];
  if (!texts.some(([, text]) => own.includes(plain(text)))) {
    const word = texts.find(([, text]) => others.includes(plain(text)));
    if (word !== undefined) return word[1];
  }
  const wrongNames = players.filter((_, index) => result !== (index === 0 ? 'PLAYER_ONE_WON' : 'PLAYER_TWO_WON'));
  const right = players.filter((name) => !wrongNames.includes(name));
  const named = texts.filter(([path]) => aboutWinner.test(path));
  if (named.some(([, text]) => right.includes(text))) return undefined;
  return named.find(([, text]) => wrongNames.includes(text))?.[1];
}

export interface Finished {
  readonly result: Result;
  readonly event: SeenEvent;
}

/** Two results of which the events say the same; undefined when each result can be told from the event alone. */
export function sameForTwo(games: readonly Finished[]): readonly [Result, Result] | undefined {
  const said = Map.groupBy(games, ({ result }) => result);
  const always = [...said].map(([result, same]) => [result, saidAlways(same.map(({ event }) => event))] as const);
  for (const [index, [one, ofOne]] of always.entries()) {
    for (const [other, ofOther] of always.slice(index + 1)) {
      const paths = [...new Set([...ofOne.keys(), ...ofOther.keys()])];
      // What is said of some games with this result and not of others has nothing to do with the result.
      const isTold = paths.some(
        (path) => ofOne.get(path) !== ofOther.get(path) && ![ofOne, ofOther].some((each) => each.get(path) === varies),
      );
      if (!isTold) return [one, other];
    }
  }
  return undefined;
}

const varies = Symbol('varies');

/** What all events say alike, by its path; `varies` where they differ. */
function saidAlways(events: readonly SeenEvent[]): ReadonlyMap<string, string | symbol> {
  const said = events.map(saidBy);
  const paths = new Set(said.flatMap((each) => [...each.keys()]));
  return new Map(
    [...paths].map((path) => {
      const texts = new Set(said.map((each) => each.get(path)));
      const [text] = texts;
      return [path, texts.size === 1 && text !== undefined ? text : varies];
    }),
  );
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}
