import type { NotYet } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import { textOf } from '../../../src/course/observed.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import { boardIn, differingColumn, tokensText } from './board.ts';
import { beside, eventsIn, gameFile } from './game.ts';

interface Replay<Label extends string> {
  /** The game that was played. */
  readonly live: Label;
  /** A fresh one that was told nothing but the events. */
  readonly rebuilt: Label;
  /** The operations that told it. */
  readonly replay: Label;
}

const recording = /\bpush\s*\(|\bevents\s*=(?!=)|\bprocessEvent\s*\(|\bfinish\w*\s*\(/;

/** What is wrong with a game that was made again from its events; undefined when both are the same. */
export function judgeReplay<Label extends string>(
  seen: Seen<Label>,
  { live, rebuilt, replay }: Replay<Label>,
): NotYet | undefined {
  return threwOnReplay(seen, replay) ?? recordedOnReplay(seen, rebuilt) ?? differs(seen, live, rebuilt);
}

function threwOnReplay<Label extends string>(seen: Seen<Label>, replay: Label): NotYet | undefined {
  const thrown = seen.thrown(replay);
  if (thrown === undefined) return undefined;
  return notYet('apply-refuses', {
    headline: `A fresh \`Game\` could not \`apply\` an event of a game that was played: ${thrownText(thrown)}`,
    why: 'What is in the history has happened and can’t be refused any more; constraints belong in the command, and `apply` takes each event as it is.',
    ...(thrown.frames[0] ? { at: thrown.frames[0] } : lineOf(seen.files, gameFile, 'apply')),
  });
}

/** An `apply` that records makes every other mistake of the history as well, so it is worth asking first. */
export function recordedOnReplay<Label extends string>(seen: Seen<Label>, rebuilt: Label): NotYet | undefined {
  const recorded = eventsIn(seen, rebuilt);
  if (recorded.length === 0) return undefined;
  const told = {
    headline: `Applying old events to a fresh \`Game\` recorded ${recorded.length === 1 ? 'a new one' : `${recorded.length} new ones`}.`,
    why: 'A replay only looks back; when `apply` decides and records as well, the history grows each time somebody reads it, so leave that to the command.',
    ...lineOf(seen.files, gameFile, 'apply', recording),
  };
  return notYet('apply-records', beside(told, [], recorded));
}

function differs<Label extends string>(seen: Seen<Label>, live: Label, rebuilt: Label): NotYet | undefined {
  const difference = boardDifference(seen, live, rebuilt) ?? fieldDifference(seen, live, rebuilt);
  if (difference === undefined) return undefined;
  return notYet('state-set-in-command', {
    headline: `After the same events ${difference}.`,
    why: 'What a command does to the state on its own is in no event and is lost with the object; let `apply` alone change state.',
    ...lineOf(seen.files, gameFile, 'makeMove', /\baddMove\s*\(|\bthis\s*\.\s*[#_]?(?:nextPlayer|result)\s*=(?!=)/),
  });
}

function boardDifference<Label extends string>(seen: Seen<Label>, live: Label, rebuilt: Label): string | undefined {
  const played = boardIn(seen, live) ?? {};
  const again = boardIn(seen, rebuilt) ?? {};
  const column = differingColumn(played, again);
  return (
    column &&
    `column ${column} of the game that was played holds ${tokensText(played[column])}, and of the one that was rebuilt ${tokensText(again[column])}`
  );
}

function fieldDifference<Label extends string>(seen: Seen<Label>, live: Label, rebuilt: Label): string | undefined {
  for (const name of ['nextPlayer', 'result']) {
    const [played, again] = [live, rebuilt].map((label) => {
      const value = seen.member(label, name);
      return value === undefined || value.kind === 'null' ? 'undefined' : textOf(value);
    });
    if (played !== again) return `\`${name}\` is ${played} in the game that was played and ${again} in the rebuilt one`;
  }
  return undefined;
}
