import type { NoPicture, TablePicture } from '../../domain/picture.ts';
import type { BoardView } from './connect-four/board.ts';

/** How the aggregate is shown beside its fields. Where there is no picture, the fields say it all and every command has a form. */
export type PictureView = NoPicture | TablePicture | BoardView;
export type { NoPicture, TablePicture };
