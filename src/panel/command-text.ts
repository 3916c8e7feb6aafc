import type { CommandSeen } from '../timeline/entry.ts';
import { brief } from './brief.ts';

/** As on the timeline: `startGame(one, two)`, `makeMove(two, E)`. */
export function commandText(command: CommandSeen): string {
  if (command.type === 'Call') return brief(command.text);
  return command.type === 'StartGame'
    ? `startGame(${brief(command.playerOne)}, ${brief(command.playerTwo)})`
    : `makeMove(${brief(command.player)}, ${command.column})`;
}
