import type { Disposable } from '../base/disposable.ts';
import type { CommandData } from '../domain/aggregate.ts';
import { noPicture, type Picture } from '../domain/picture.ts';
import type { Member } from '../learner/protocol.ts';
import type { AskedCommand } from '../pages/panel/contract.ts';
import type { PictureView } from '../pages/panel/picture.ts';
import type { Reference } from '../timeline/reference.ts';
import type { StateAt } from '../timeline/state-at.ts';
import type { PanelSource } from './panel-source.ts';

/** What the panel knows of an aggregate: the reference, how its picture is read and shown, and who else plays. */
export interface PanelAggregate {
  readonly reference: Reference;
  readonly pictures: Pictures;
  /** Somebody who gives commands too; one for each panel. */
  readonly newBot?: () => Bot;
}

/** Reads the picture of an aggregate from what a learner's object shows, and makes of it what the page shows. */
export interface Pictures {
  /**
   * The picture in a learner's own state. Where that is silent, what the events say speaks; `before` is the picture one event
   * earlier, to be made use of where nothing has changed.
   */
  seen(state: readonly Member[], fromEvents: Picture, before: Picture | undefined): PictureSeen;
  view(shown: ShownPicture): PictureView;
  outlook(picture: Picture): Outlook;
  /** Fields that the picture shows as well, and where that is: `in the table`. */
  readonly pictured?: { readonly where: string; isPictured(path: string): boolean };
  /** A page may leave to the host what only the state knows: whose turn it is. */
  complete?(asked: AskedCommand, picture: Picture): AskedCommand;
}

export type PictureSeen = Pick<StateAt, 'picture'> & { readonly from: StateAt['pictureFrom'] };

/** The picture at the cursor, the one a stop earlier, and the one of now. */
export interface ShownPicture {
  readonly picture: Picture;
  readonly from: StateAt['pictureFrom'];
  readonly before: Picture;
  readonly now: Picture;
  /** What was chosen in the picture, by its name. */
  readonly options: Options;
}

export type Options = Readonly<Record<string, string>>;

/** Where things go from here. */
export interface Outlook {
  /** Who is expected to do something next. */
  readonly next: string | undefined;
  /** How it ended. */
  readonly outcome: string | undefined;
}

/** Gives commands of its own, as a computer player does. */
export interface Bot extends Disposable {
  readonly options: Options;
  /** What is no option of it changes nothing. */
  set(option: string, value: string): void;
  /** Call whenever something has happened. */
  look(source: PanelSource): void;
}

/** For an aggregate whose picture, if any, can be shown as it is. */
export const plainPictures: Pictures = {
  seen: (_, fromEvents) => ({ picture: fromEvents, from: 'events' }),
  view: ({ picture }) => (picture.kind === 'table' ? picture : noPicture),
  outlook: () => ({ next: undefined, outcome: undefined }),
};

/** The command that a page asked for, or undefined when the aggregate has none like it. */
export function commandAsked(
  { reference, pictures }: PanelAggregate,
  asked: AskedCommand,
  { picture }: StateAt,
): CommandData | undefined {
  const { command, arguments: given } = pictures.complete?.(asked, picture) ?? asked;
  return reference.command({ ...given, type: command });
}
