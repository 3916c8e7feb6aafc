import type { Json } from '../../base/json.ts';
import type { GameCommand } from '../../domain/commands.ts';

/** The learner's method that a command goes to, and what it is given. */
export interface MethodCall {
  readonly method: 'startGame' | 'makeMove';
  readonly args: readonly Json[];
}

/** `makeMove` takes one move, as the tutorial has it. */
export function methodCallOf(command: GameCommand): MethodCall {
  return command.type === 'StartGame'
    ? { method: 'startGame', args: [command.playerOne, command.playerTwo] }
    : { method: 'makeMove', args: [{ player: command.player, column: command.column }] };
}
