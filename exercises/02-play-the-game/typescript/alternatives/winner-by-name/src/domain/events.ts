import type { Column } from './board';

export interface GameStarted {
  kind: 'GameStarted';
  by: string;
  against: string;
  at: Date;
}

export interface MoveMade {
  kind: 'MoveMade';
  who: string;
  where: Column;
  at: Date;
}

export interface GameFinished {
  kind: 'GameFinished';
  outcome: { winner: string } | 'a draw';
}

export type GameEvent = GameStarted | MoveMade | GameFinished;
