import type { Draw } from '../../../draw.ts';
import { choices, choicesOf, isLegal, type Stage, type Style } from './style.ts';

/** Draws a piece for each choice, until they go together. */
export function drawStyle(draw: Draw, stage: Stage): Style {
  for (;;) {
    const style = drawPieces(draw);
    if (isLegal(style, stage)) return style;
  }
}

/** What was chosen where it makes a difference: `state: null`, `form: tuples`, … */
export function namesOf(style: Style, stage: Stage): string[] {
  return choicesOf(stage).map((choice) => `${choice}: ${style[choice].name}`);
}

function drawPieces(draw: Draw): Style {
  const of = <Piece>({ pieces }: { readonly pieces: readonly Piece[] }): Piece => oneOf(pieces, draw);
  return {
    spelling: of(choices.spelling),
    semicolons: of(choices.semicolons),
    state: of(choices.state),
    form: of(choices.form),
    starting: of(choices.starting),
    beside: of(choices.beside),
    list: of(choices.list),
    apply: of(choices.apply),
    record: of(choices.record),
    base: of(choices.base),
    command: of(choices.command),
    guard: of(choices.guard),
    started: of(choices.started),
    error: of(choices.error),
    module: of(choices.module),
    flourish: of(choices.flourish),
    moving: of(choices.moving),
    where: of(choices.where),
    ending: of(choices.ending),
    constraint: of(choices.constraint),
    board: of(choices.board),
    identity: of(choices.identity),
    storedList: of(choices.storedList),
    load: of(choices.load),
    mapping: of(choices.mapping),
    storedForm: of(choices.storedForm),
    client: of(choices.client),
    streamName: of(choices.streamName),
    added: of(choices.added),
    get: of(choices.get),
  };
}

function oneOf<Piece>([first, ...more]: readonly Piece[], draw: Draw): Piece {
  if (first === undefined) throw new Error('There is nothing to choose from.');
  return draw.pick([first, ...more]);
}
