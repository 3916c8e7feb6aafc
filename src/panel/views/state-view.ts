import type { FieldView, ParityView } from '../../pages/panel/state.ts';
import type { FieldChange } from '../../timeline/diff.ts';

export function fieldView({ path, change, now, before }: FieldChange, pictured: boolean): FieldView {
  const shown = now ?? before;
  return {
    path,
    change,
    kind: shown?.kind ?? 'absent',
    text: now?.text ?? 'gone',
    before: change === 'changed' || change === 'removed' ? (before?.text ?? null) : null,
    pictured,
  };
}

/** Live state against rebuilt state, from the fields that differ between the two. */
export function parityView(differing: readonly FieldChange[]): ParityView {
  if (differing.length === 0) return { kind: 'same' };
  return {
    kind: 'differs',
    fields: differing.map(({ path, now, before }) => ({
      path,
      live: before?.text ?? 'not there',
      rebuilt: now?.text ?? 'not there',
    })),
  };
}
