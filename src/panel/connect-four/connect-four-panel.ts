import { connectFour } from '../../domain/connect-four/connect-four.ts';
import { referenceOf } from '../../timeline/reference.ts';
import type { PanelAggregate } from '../panel-aggregate.ts';
import { boardPictures } from './board-pictures.ts';
import { ComputerPlayer } from './computer-player.ts';

/** Connect Four in the panel: its board, and a computer to play against. */
export const connectFourPanel: PanelAggregate = {
  reference: referenceOf(connectFour),
  pictures: boardPictures,
  newBot: () => new ComputerPlayer(),
};
