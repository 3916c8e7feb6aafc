import { notYet } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { writesIn } from '../../../src/course/judging/writes.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { hasNoPlayers, inGame, settingPlayers, startText } from './game.ts';
import type { Players } from './players.ts';

/**
 * Whether the command sets the players beside the event: by its own lines, or although `apply` was replaced by one that
 * does nothing. A command whose `apply` is another, private one can’t be told from outside, and is let be.
 */
export function judgeBeside(seen: Seen<'after' | 'apply' | 'probed' | 'noted'>, players: Players): NotYet | undefined {
  if (hasNoPlayers(seen.members('after')) || hasNoPlayers(seen.members('probed'))) return undefined;
  const own = writesIn(seen.noted('noted').writes, 'startGame');
  const isApplied = seen.noted('noted').calls.some(({ count }) => count > 0);
  if (own === undefined && !isApplied) return undefined;
  const how = isApplied
    ? `With an \`${seen.words.member('apply')}\` that does nothing, \`${startText(players, seen.words)}\` still sets the players: your command does it itself, beside the event.`
    : 'Your command records the event and still sets the players itself.';
  return notYet('state-set-beside-event', {
    headline: how,
    why: 'Then there are two truths, and only one of them is stored: whatever the command does on its own is missing after a replay.',
    ...(own === undefined ? seen.at(inGame('startGame', ...settingPlayers)) : { at: own }),
  });
}
